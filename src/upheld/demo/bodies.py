"""The invented bodies: no place, company or school of these names is known to us."""

import datetime as dt
from dataclasses import dataclass

EVERYTHING = (
    "Adult care services", "Benefits and tax", "Children's care services", "Education", "Environment and regulation",
    "Health", "Housing", "Other categories", "Planning", "Transport and highways",
)  # fmt: skip
UPPER = (
    "Adult care services", "Children's care services", "Education", "Health", "Other categories",
    "Transport and highways",
)  # fmt: skip
LOWER = ("Benefits and tax", "Environment and regulation", "Housing", "Other categories", "Planning")
REORGANISED = dt.date(2023, 4, 1)


@dataclass(frozen=True)
class DemoBody:
    """A body: what it is called in a decision (`noun`), what it is about, and how often (`weight`)."""

    code: str
    name: str
    kind: str
    noun: str
    subjects: tuple[str, ...]
    weight: int
    other_names: tuple[str, ...] = ()
    start_on: dt.date | None = None
    end_on: dt.date | None = None
    successor: str = ""

    def exists_on(self, day: dt.date) -> bool:
        """Whether it was there on that day."""
        return (self.start_on is None or self.start_on <= day) and (self.end_on is None or day <= self.end_on)


def _council(code: str, name: str, kind: str, weight: int, *others: str) -> DemoBody:
    subjects = {"County": UPPER, "Non-metropolitan district": LOWER}.get(kind, EVERYTHING)
    return DemoBody(code, name, kind, "the Council", subjects, weight, others)


def _former(code: str, name: str, successor: str) -> DemoBody:
    last_day = REORGANISED - dt.timedelta(days=1)
    kind = "Non-metropolitan district"
    return DemoBody(code, name, kind, "the Council", LOWER, 26, end_on=last_day, successor=successor)


BODIES = (
    _council("LKN", "Larkenshire County Council", "County", 46, "Larkenshire"),
    _council("WND", "Wendmarshire County Council", "County", 34, "Wendmarshire"),
    _council("OST", "Osterbrookshire County Council", "County", 22),
    _council("ULK", "Upper Larken District Council", "Non-metropolitan district", 12),
    _council("PLW", "Pellowick District Council", "Non-metropolitan district", 8),
    _council("SLT", "Saltenmoor District Council", "Non-metropolitan district", 14),
    _council("VXM", "Vexmoor District Council", "Non-metropolitan district", 5),
    _council("MSH", "Mossingholt District Council", "Non-metropolitan district", 9),
    _council("ORL", "Orlingmead Borough Council", "Non-metropolitan district", 11),
    _council("KST", "Kestrelmead Borough Council", "Non-metropolitan district", 7),
    _council("YRW", "Yarrowfold Borough Council", "Non-metropolitan district", 4),
    _former("DNM", "Dunmarley District Council", "FNM"),
    _former("FNH", "Fennimere District Council", "FNM"),
    DemoBody(
        "FNM", "Dunmarley and Fennimere Council", "Unitary authority", "the Council", EVERYTHING, 16,
        start_on=REORGANISED,
    ),
    _council("AMB", "Ambermoor Council", "Unitary authority", 18),
    _council("IVL", "Ivelhaven City Council", "Unitary authority", 30, "Ivelhaven"),
    _council("TDW", "Tidewold Borough Council", "Unitary authority", 13),
    _council("LND", "Lindenhithe City Council", "Unitary authority", 21),
    _council("CRW", "Carrowmead Borough Council", "Unitary authority", 10),
    _council("GRY", "Greywick Bay Council", "Unitary authority", 8),
    _council("STB", "Stanbrickley Metropolitan Borough Council", "Metropolitan district", 27),
    _council("CLH", "Coldharrow Metropolitan Borough Council", "Metropolitan district", 20),
    _council("MLN", "Millenroyd Metropolitan Borough Council", "Metropolitan district", 16),
    _council("RKF", "Rookenfold City Council", "Metropolitan district", 38, "Rookenfold"),
    _council("ASH", "Ashenclough Metropolitan Borough Council", "Metropolitan district", 11),
    _council("WKN", "London Borough of Wickenhall", "London borough", 31),
    _council("HLM", "London Borough of Hollinmead", "London borough", 24),
    _council("MRG", "London Borough of Marlgate Green", "London borough", 17),
    _council("TRV", "London Borough of Trevenholt", "London borough", 12),
    DemoBody("LCW", "Larchenwell Care Limited", "Care provider", "the Care Provider", ("Adult care services",), 60),
    DemoBody("QLM", "Quillenmere Homes Limited", "Care provider", "the Care Provider", ("Adult care services",), 50),
    DemoBody("TNS", "Tansymoor Homecare Limited", "Care provider", "the Care Provider", ("Adult care services",), 55),
    DemoBody("USG", "Underfold Lodge Care Limited", "Care provider", "the Care Provider", ("Adult care services",), 40),
    DemoBody("WLT", "Wendmarsh Learning Trust", "Academy trust", "the Trust", ("Education",), 60),
    DemoBody("KGA", "Kestrelmead Grange Academy", "School", "the School", ("Education",), 35),
    DemoBody("OVA", "Osterbrook Vale Primary School", "School", "the School", ("Education",), 25),
    DemoBody("LWT", "Larken and Wend Transport Authority", "Transport authority", "the Authority",
             ("Transport and highways",), 70),
    DemoBody("LNB", "Lindenhithe Health Board", "Health body", "the Board", ("Health",), 90),
    DemoBody("IVH", "Ivelhaven Community Health Trust", "Health body", "the Trust", ("Health",), 60),
    DemoBody("WMN", "Wendmarsh National Park Authority", "National park authority", "the Authority", ("Planning",), 22),
)  # fmt: skip

OLD_NAME, NEW_NAME, RENAMED_ON = "Tidewold Borough Council", "Tidewold City Council", dt.date(2024, 4, 2)
FORMER_BRAND, BRAND_OF, MERGED_ON = "Tansymoor Carers", "Tansymoor Homecare Limited", dt.date(2023, 9, 6)
SUBJECTS_OF_KIND = {
    "Care provider": ("Residential care",),
    "Academy trust": ("School admissions",),
    "School": ("School admissions",),
    "Transport authority": ("Other",),
}


def printed_name(body: DemoBody, published_on: dt.date) -> str:
    """The name that a decision published that day prints."""
    if body.name == OLD_NAME and published_on > RENAMED_ON:
        return NEW_NAME
    if body.name == BRAND_OF and published_on < MERGED_ON:
        return FORMER_BRAND
    return body.name
