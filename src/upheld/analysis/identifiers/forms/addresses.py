"""Where people live: houses, flats and streets."""

import re

from upheld.analysis.identifiers.candidate import Near, Rule, before

_TYPES = (
    "Street|Road|Avenue|Lane|Drive|Close|Crescent|Terrace|Place|Court|Gardens?|Grove|Way|Walk|Row|Hill|Square|Mews|"
    "Green|Park|"
    "Rise|View|Vale|Path|Mount|Boulevard|Broadway|Yard|Wharf|Quay|Wynd|Gate|Meadows?|Fields?|Croft|Bank|Brow|Chase|"
    "Dene|"
    "End|Fold|Garth|Heights|Approach|Circus|Parade|Drove|Loan|Brae|Gait|Side|Ride|Hurst|Mead|Copse|Orchard|Spinney|"
    "Pastures|"
    "Embankment|Esplanade|Promenade|Villas|Buildings|Cottages|Mansions"
)
_SHORT = "St|Rd|Ave|Av|Ln|Dr|Cl|Cres|Crt|Ct|Terr?|Pl|Gdns|Gr|Sq|Pk|Wy"
_HOUSES = (
    "Cottages?|Farm|Farmhouse|Barn|Rectory|Vicarage|Bungalow|Villa|Croft|Manor|Grange|Lodge|House|Tower|Towers|"
    "Mansions|Point|"
    "Apartments|Stables|Mill|Hall|Nook|Gables|Paddock|Court|Heights"
)
_NUMBER = r"(?:(?:Flat|Apartment|Apt|Unit|Room|Plot)\s\w{1,4},?\s)?\d{1,4}\s?[A-Za-z]?(?:\s?[-/]\s?\d{1,4}[A-Za-z]?)?,?\s{1,2}"
_CAPITALS = r"(?:(?:St|Saint|The|Old|New|Upper|Lower|Great|Little)\.?\s)?(?:[A-Z][\w'.-]+\s){1,3}"
GENERIC = frozenset(
    "the a an this that no any our your his her their council council's county city town civic crown magistrates "
    "magistrates' combined family "
    "high supreme youth coroner's coroners employment care nursing residential children's extra supported sheltered "
    "green open public private "
    "car main side back front rear lower upper public local new old x y z in on at of from to and or for by "
    "property road street site "
    "children adult adults social tower business industrial retail caravan science community village market "
    "parliament opera "
    "white guild mobile manor custom somerset mansion summer tree play guest safe half way full open ground opening "
    "second first third "
    "if when while as after before once although because national skate theme water theatre concert trading country".split()
)
_HOME = re.compile(
    r"\b(?:lives?|lived|living|address(?:es)?|home|moved|resident|residing|resides?|flat|house|property|premises|"
    r"visited|tenancy|"
    r"tenant|evicted|homeowner|bought|sold|rent(?:ed|s)?|door|neighbours?|parcel|delivered|stay(?:ed|ing)?)\b"
)


def _street(found: re.Match[str]) -> float:
    words = found["name"].casefold().replace("-", " ").split()
    return (
        0
        if all(word in GENERIC or len(word) < 2 for word in words)
        else 0.97
        if found["type"].islower() is False
        else 0.9
    )


def _low_street(found: re.Match[str]) -> float:
    words = found["name"].split()
    if any(word in GENERIC or word in _NO_STREET for word in words):
        return 0
    return 0.85 if _HOME.search(before(found)) or re.search(r"\b(?:at|of|on|from|to)\s?$", before(found)) else 0.6


def _road(found: re.Match[str]) -> float:
    words = [word.casefold() for word in found["name"].split()]
    if all(word in GENERIC or len(word) < 2 for word in words) or words[0] in _NO_ROAD:
        return 0
    if re.match(
        r"(?:Court|Place|Way|Park|Green|Bank|Hill|Gate|Walk|Path|View|End|Side|Row|Field|Yard|Ride|Mount|Approach|"
        r"Chase)",
        found["type"],
    ):
        return (
            0.7
            if re.search(r"\b(?:on|in|at|along|off|into|near|onto)\s(?:the\s)?$", before(found)) and len(words) < 3
            else 0
        )
    return 0.8


def _house(found: re.Match[str]) -> float:
    words = [word.casefold() for word in found["name"].split()]
    if all(word in GENERIC or len(word) < 2 for word in words):
        return 0
    if _HOME.search(before(found)) or re.search(r"\b(?:at|in|from|to)\s?$", before(found)):
        return 0.85
    return 0.6 if re.match("Cottage|Farm|Barn|Rectory|Vicarage|Bungalow|Nook|Gables", found["type"]) else 0


def _numbered(found: re.Match[str]) -> float:
    word = found.group().split()[0].casefold()
    if word in ("no", "no.", "number"):
        return (
            0.75
            if re.search(r"\b(?:at|lives at|house|neighbours?(?: at)?|occupiers? (?:of|at)|of|from)\s$", before(found))
            else 0
        )
    if word in ("unit", "plot", "room"):
        return 0.55 if _HOME.search(before(found, 40)) else 0
    return 0.85


_SURELY_STREETS = frozenset(
    "Street St Road Rd Lane Avenue Ave Green Close Drive Square Row Mews Gardens Terrace Crescent".split()
)
_NO_STREET = frozenset(
    "years year days day weeks week months month hours hour minutes people children per cent times of the away".split()
)
_NO_ROAD = frozenset(
    "high main ring slip access trunk residential private adopted unadopted one two cross crown".split()
)
_WHY = "An address leads to whoever lives there."
_INSTEAD = "[address]"
_HAS_TYPE = Near(re.compile(rf"\b(?:{_TYPES}|{_SHORT})\b"), 90, 30)

RULES = (
    Rule(
        "address",
        re.compile(rf"(?<![\w£.,/-])(?P<it>{_NUMBER}(?P<name>{_CAPITALS})(?P<type>{_TYPES}|{_SHORT}))\b(?!')"),
        _WHY,
        _INSTEAD,
        check=_street,
        near=_HAS_TYPE,
    ),
    Rule(
        "address",
        re.compile(
            r"(?<![\w£.,/-])(?P<it>\d{1,4}[a-z]?,?\s(?P<name>(?:[a-z][\w'-]+\s){1,2})"
            r"(?P<type>street|road|avenue|lane|drive|close|crescent|terrace|gardens|grove|way|mews|rd|ave|st|cres))\b"
        ),
        _WHY,
        _INSTEAD,
        check=_low_street,
    ),
    Rule(
        "address",
        re.compile(rf"(?<![\w'])(?P<it>(?P<name>{_CAPITALS})(?P<type>{_TYPES}|Rd|Ave|Cres|Gdns))\b(?!\s[A-Z][a-z]|')"),
        "The name of a street leads to the people who live there.",
        "[street]",
        check=_road,
        near=_HAS_TYPE,
    ),
    Rule(
        "address",
        re.compile(rf"(?<![\w'])(?P<it>(?P<name>{_CAPITALS})(?P<type>{_HOUSES}))\b(?!\s[A-Z][a-z]|')"),
        "The name of a house leads to whoever lives there.",
        "[house]",
        check=_house,
        near=Near(re.compile(rf"\b(?:{_HOUSES})\b"), 90, 30),
    ),
    Rule(
        "address",
        re.compile(
            r"\b(?:Flat|flat|FLAT|Apartment|apartment|Apt|Unit|Plot|Room|House number|house number|No\.?|no\.|"
            r"Number|number)\s"
            r"(?P<it>\d{1,4}[A-Za-z]?|[A-Z]\d{1,3})\b(?!\s?(?:%|per|of the|days|weeks|months|years|people|bed|"
            r"storey|hours|[.,]\d))"
        ),
        "The number of a house or flat leads to whoever lives there.",
        "[number]",
        check=_numbered,
        near=Near(re.compile(r"[Ff]lat|FLAT|[Aa]partment|Apt|Unit|Plot|Room|[Nn]umber|[Nn]o\b"), 60, 40),
    ),
)
