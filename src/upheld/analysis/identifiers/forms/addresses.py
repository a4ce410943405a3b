"""Where people live: houses, flats and streets."""

import re

from upheld.analysis.identifiers.candidate import DIGITS, Rule, before, near_words
from upheld.analysis.identifiers.names.tails import NEVER

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
_NUMBER = (
    r"(?:(?:Flat|Apartment|Apt|Unit|Room|Plot)\s\w{1,4},?\s)?"
    r"\d{1,4}\s?[A-Za-z]?(?:\s?[-/]\s?\d{1,4}[A-Za-z]?)?,?\s{1,2}"
)
_TOWN = r"(?:,\s(?:[A-Z][\w'-]+\s?){1,3}(?=,?\s[A-Z]{1,2}\d))?"
_CAPITALS = r"(?:(?:St|Saint|The|Old|New|Upper|Lower|Great|Little)\.?\s)?(?:(?:[A-Z][\w'-]+|St\.|[A-Z]\.)\s){1,3}"
GENERIC = frozenset(
    "the a an this that no any our your his her their council council's county city town civic crown magistrates "
    "magistrates' combined family high supreme youth coroner's coroners employment care nursing residential "
    "children's extra supported sheltered green open public private car main side back front rear lower upper "
    "public local new old x y z in on at of from to and or for by property road street site children adult adults "
    "social tower business industrial retail caravan science community village market parliament opera memorial "
    "remembrance peace sensory rose walled botanical crematorium cemetery burial recreation play white guild "
    "mobile manor custom somerset mansion summer tree play guest safe half way full open ground opening second "
    "first third if when while as after before once although because national skate theme water theatre concert "
    "trading country administrative appeal commercial chancery justice".split()
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
        r"(?:Court|Place|Way|Park|Green|Bank|Gate|Path|View|End|Side|Field|Yard|Ride|Mount|Approach|"
        r"Chase)",
        found["type"],
    ):
        return (
            0.7
            if re.search(
                r"\b(?:on|in|at|along|off|into|near|onto|of|to|from|outside|down|up|\w{3,}ed)\s(?:the\s)?$",
                before(found),
            )
            and len(words) < 3
            else 0
        )
    return 0.8


def _plain_number(found: re.Match[str]) -> float:
    """`205 Old Turnpike`, `1 The Paddocks`: without a kind of street, what follows must be no month and no thing."""
    words = [word.casefold() for word in found["name"].split()]
    if words[0][:3] in _MONTHS or (words[0] in GENERIC and words[0] not in ("the", "old", "new", "upper", "lower")):
        return 0
    if any(word in _COUNTED or word in NEVER for word in words if word != "the"):
        return 0
    return (
        0.7
        if len(words) > 1
        else 0.5
        if re.search(r"\b(?:lives? at|address|home at|flat at|house at) $", before(found) + " ")
        else 0
    )


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


_NO_STREET = frozenset(
    "years year days day weeks week months month hours hour minutes people children per cent times of the away".split()
)
_NO_ROAD = frozenset(
    "high main ring slip access trunk residential private adopted unadopted one two cross crown".split()
)
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_COUNTED = frozenset(
    "council councils councillors complaints ombudsman officers children schools days weeks months years hours "
    "reports statements decisions people visits calls letters emails staff residents parishes january february "
    "march april june july august september october november december act regulations rules order code committee "
    "panel hearing tribunal court report statement public finance government social local".split()
)
_WHY = "An address leads to whoever lives there."
_INSTEAD = "[address]"
_HAS_TYPE = near_words(
    "Street Road Avenue Lane Drive Close Crescent Terrace Place Court Garden Gardens Grove Way Walk Row Hill Square "
    "Mews Green Park Rise View Vale Path Mount Boulevard Broadway Yard Wharf Quay Wynd Gate Meadow Meadows Field "
    "Fields Croft Bank Brow Chase Dene End Fold Garth Heights Approach Circus Parade Drove Loan Brae Gait Side Ride "
    "Hurst Mead Copse Orchard Spinney Pastures Embankment Esplanade Promenade Villas Buildings Cottages Mansions St "
    "Rd Ave Av Ln Dr Cl Cres Crt Ct Ter Terr Pl Gdns Gr Sq Pk Wy",
    90,
    30,
)

RULES = (
    Rule(
        "address",
        re.compile(rf"(?<![\w£.,/-])(?P<it>{_NUMBER}(?P<name>{_CAPITALS})(?P<type>{_TYPES}|{_SHORT})\b{_TOWN})(?!')"),
        _WHY,
        _INSTEAD,
        check=_street,
        near=_HAS_TYPE,
    ),
    Rule(
        "address",
        re.compile(
            r"(?<![\w£.,/-])(?P<it>\d{1,4}[a-z]?,?\s(?P<name>(?:[a-z][\w'-]+\s){1,2})"
            r"(?P<type>street|road|avenue|lane|drive|close|crescent|terrace|gardens|grove|way|mews|walk|row|square|"
            r"court|green|hill|rd|ave|st|cres))\b"
        ),
        _WHY,
        _INSTEAD,
        check=_low_street,
        near=DIGITS,
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
        near=near_words(
            "Cottage Cottages Farm Farmhouse Barn Rectory Vicarage Bungalow Villa Croft Manor Grange Lodge House "
            "Tower Towers Mansions Point Apartments Stables Mill Hall Nook Gables Paddock Court Heights",
            90,
            30,
        ),
    ),
    Rule(
        "address",
        re.compile(
            r"(?<![\w£.,/-])(?P<it>\d{1,4}[A-Za-z]?,?\s(?P<name>(?:[A-Z][A-Z']+[\s-]){1,3})(?P<type>STREET|ROAD|"
            r"AVENUE|"
            r"LANE|DRIVE|CLOSE|"
            r"CRESCENT|TERRACE|PLACE|COURT|GARDENS|GROVE|WAY|WALK|ROW|HILL|SQUARE|MEWS|GREEN|RISE|VIEW|RD|ST|AVE))\b"
        ),
        _WHY,
        _INSTEAD,
        0.95,
        near=near_words(
            "STREET ROAD AVENUE LANE DRIVE CLOSE CRESCENT TERRACE PLACE COURT GARDENS GROVE WAY WALK ROW HILL "
            "SQUARE MEWS GREEN RISE VIEW RD ST AVE",
            60,
            5,
        ),
    ),
    Rule(
        "address",
        re.compile(
            r"\b(?:at|from|near|outside|of|concerned|to|[Aa]ddress:?|left|lives? (?:at|in)|is|was|on) "
            r"(?P<it>\d{1,4}[a-zA-Z]? (?P<name>(?:The )?[A-Z][a-z][\w'-]*(?: [A-Z][a-z]\w+){0,2}))"
            r"(?! \d{4})(?!\w)"
        ),
        _WHY,
        _INSTEAD,
        check=_plain_number,
        near=DIGITS,
    ),
    Rule(
        "address",
        re.compile(
            r"(?:\A|(?<=[\n\x00])|(?<=: ))(?P<it>\d{1,4}[a-zA-Z]? (?P<name>(?:The )?[A-Z][a-z][\w'-]*(?: "
            r"[A-Z][a-z]\w+){0,2}))(?=[.,]?(?:\Z|[\n\x00]))"
        ),
        _WHY,
        _INSTEAD,
        check=_plain_number,
        near=DIGITS,
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
        near=near_words("Flat flat FLAT Apartment apartment Apt Unit Plot Room Number number No no", 60, 40),
    ),
)
