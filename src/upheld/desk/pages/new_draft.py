"""A draft before it is one: how a file or a pasted text was read, with the fields to complete; or an empty form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core import signing

from upheld.desk.components import Fault
from upheld.desk.forms.facts import FactsForm
from upheld.desk.frame import HOME
from upheld.desk.pages.doubts import Doubt, make_doubts
from upheld.desk.pages.facts_fields import FactsFields, make_facts_fields
from upheld.desk.pages.marked_text import MarkedRow, make_rows
from upheld.desk.pages.marks import Marker
from upheld.desk.pages.take_in import TAKE_IN
from upheld.editorial.records import DraftRecord
from upheld.ingest.actions.take_uploads import without_stand_ins
from upheld.ingest.uploads.reader import Read
from upheld.register.records import DecisionRecord
from upheld.ui.site import Head

DAY = 86_400
_SALT = "desk.reading"
_NAMES = {"reference": "reference", "category": "category", "organisations": "organisation", "outcome": "outcome",
          "decided_on": "decision date", "summary": "summary"}  # fmt: skip


class ReadingGoneError(ValueError):
    """What a form carries of a reading is not ours, or too old."""


@dataclass(frozen=True)
class KeptReading:
    """A reading between two pages. It is kept in the form alone, signed, and nowhere here."""

    record: DecisionRecord
    name: str = ""
    doubts: tuple[str, ...] = ()
    outside: Mapping[str, str] | None = None

    @classmethod
    def of(cls, read: Read) -> "KeptReading":
        """A reading of an upload, without the stand-ins for what it does not say."""
        entry = read.entry
        return cls(without_stand_ins(read), entry.place.file, entry.doubts, entry.outside)

    def signed(self) -> str:
        """The reading as a form carries it."""
        record = self.record.model_dump_json(by_alias=True, exclude_unset=True)
        kept = {"record": record, "name": self.name, "doubts": self.doubts, "outside": dict(self.outside or {})}
        return signing.dumps(kept, salt=_SALT, compress=True)

    @classmethod
    def read(cls, text: str) -> "KeptReading":
        """The reading that `signed` wrote. Raises ReadingGoneError."""
        try:
            kept = signing.loads(text, salt=_SALT, max_age=DAY)
            record = DraftRecord.model_validate_json(kept["record"])
        except (signing.BadSignature, ValueError, KeyError) as error:
            raise ReadingGoneError("This reading is too old. Give the file or the text again") from error
        return cls(record, kept["name"], tuple(kept["doubts"]), kept["outside"])


@dataclass(frozen=True, slots=True)
class NewDraftPage:
    """The fields to complete. Of a reading: its source, what was read, what is missing, and what is doubtful."""

    title: str
    is_reading: bool
    name: str
    fields: FactsFields
    faults: tuple[Fault, ...]
    hidden: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    doubtful: Mapping[str, str] | None = None
    source: str = ""
    rows: tuple[MarkedRow, ...] = ()
    text: str = ""


def make_empty(form: FactsForm, *, text: str = "", faults: Sequence[Fault] = (), search: str = "") -> NewDraftPage:
    """The form without a reading."""
    fields = make_facts_fields(form, faults=faults, search=search)
    return NewDraftPage("Write a draft", is_reading=False, name="", fields=fields, faults=tuple(faults), text=text)


def make_reading(
    kept: KeptReading,
    form: FactsForm,
    *,
    source: str,
    faults: Sequence[Fault] = (),
    search: str = "",
) -> NewDraftPage:
    """The reading beside its source."""
    doubts = make_doubts(kept.doubts, kept.record.sections)
    return NewDraftPage(
        title="Check the reading",
        is_reading=True,
        name=kept.name,
        fields=make_facts_fields(form, faults=faults, told=_told(kept), search=search),
        faults=tuple(faults),
        hidden=(("reading", kept.signed()), ("source", source)),
        missing=tuple(_NAMES[name] for name in _missing(kept.record)),
        doubts=doubts,
        doubtful={one.address: one.text for one in doubts if one.address},
        source=source,
        rows=make_rows(kept.record.sections, Marker({}, {}), {}),
    )


def new_draft_head(page: NewDraftPage) -> Head:
    """What the page says of itself."""
    return Head(page.title, trail=(HOME, TAKE_IN))


def _missing(record: DecisionRecord) -> list[str]:
    return [name for name in _NAMES if not getattr(record, name)]


def _told(kept: KeptReading) -> dict[str, str]:
    """Whence each value is, by its field: nothing is guessed that does not stand there."""
    missing = set(_missing(kept.record))
    told = {
        _FIELDS.get(name, name): "Not found: please fill in." if name in missing else "Read from the text."
        for name in _NAMES
    }
    told["document_type"] = "Read from the text."
    for doubt in kept.doubts:
        for name, lead in _LEADS.items():
            if doubt.startswith(lead) and name not in missing:
                told[_FIELDS.get(name, name)] = f"{doubt}."
    return told


_FIELDS = {"category": "place", "decided_on": "day"}
_LEADS = {"reference": "Reference", "category": "Category", "document_type": "Document type"}
