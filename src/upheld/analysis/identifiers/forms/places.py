"""Schools, homes and other places so small that they lead to one child or one resident."""

import re

from upheld.analysis.identifiers.candidate import Rule, after, before, near_words
from upheld.analysis.identifiers.forms.addresses import GENERIC
from upheld.analysis.identifiers.names.lexicon import Sort, sorts_of, towns, villages
from upheld.analysis.identifiers.names.tails import FUNCTION, NEVER

_SCHOOL = (
    r"(?:(?:Church of England|C of E|CofE|CE|RC|Catholic|Roman Catholic|VA|VC|Community|Foundation|Free|Special|"
    r"Independent|Specialist|"
    r"Infants?'?|Junior|Primary|Secondary|First|Middle|High|Upper|Lower|Grammar|Girls'?|Boys'?|Comprehensive|"
    r"Montessori|Day|"
    r"Preparatory|Prep|Residential|Nursing|Care|Children's|Medical|Health|Community|Cottage|General|Memorial|Family|"
    r"Sixth Form|"
    r"Technology|Further Education|Infirmary|and|&|Retirement|Respite|Dental|Doctors'?|GP|Royal|Studio)\s)*"
    r"(?:School|Academy|College|Nursery|Nurseries|Pre-?[Ss]chool|Playgroup|Kindergarten|Care Home|Nursing Home|"
    r"Pupil Referral Unit|Learning Centre|Supported Living|Extra Care|"
    r"Technical College|Federation of [Ss]chools|Learning Trust|Academies|Academy Trust|Preparatory|Prep|Grammar|"
    r"Junior|Infant|Comprehensive|Sheltered Housing|Assisted Living|Foyer|Refuge|Hostel|"
    r"Children's Home|"
    r"Residential Home|Rest Home|Care Centre|Hospital|Hospice|Infirmary|Surgery|Clinic|Practice|Medical Centre|"
    r"Health Centre|"
    r"Day Centre|Respite Centre|Children's Centre|Youth Club|Primary|Juniors|Infants|Sixth Form)"
)
_HOME = r"(?:House|Lodge|Court|Manor|Grange|Hall|View|Park|Villa|Gardens|Place|Priory|Mews|Towers|Rest|Haven|Cottage)"
_CAPITALS = (
    r"(?:(?:St|Saint|Our Lady of|Our Lady|Holy|Sacred)\.?\s)?"
    r"(?:(?:[A-Z][\w'-]+|St\.|(?:[A-Z]\.){1,3})\s(?:(?:of|and|the|&|on|in|le|upon)\s)*){1,4}?"
)
_GENERIC = frozenset(
    "principles practice administrative otherwise than education the a an this that no any our your his her their "
    "its my "
    "new old local named primary secondary special "
    "mainstream independent junior infant high grammar free state maintained private residential boarding day "
    "faith catholic church public middle first second third nursery school academy care nursing children's "
    "childrens general community acute mental health cottage district county city council council's nhs further "
    "higher education sixth form both all each every one two three medical gp doctor's doctors dental walk-in "
    "section when while if after before at in of from and or but for by to on once although because since another "
    "other x's y's b's c's good best code outstanding virtual fair hospital attending preparatory pre-school "
    "current previous former host home department england national family young people's person's adult social "
    "forest saturday virtual policy framework planning housing breakfast after-school "
    "services alternative provision a&e out-of-hours".split()
)
_CHILD = re.compile(
    r"\b(?:child|children|child's|son|daughter|pupil|student|boy|girl|attend(?:s|ed|ing)?|place|year \d|teacher|"
    r"head ?teacher|school|resident|"
    r"mother|father|mum|dad|grandmother|care|cared|moved|discharged|admitted|placed|placement|stay(?:ed|s)?|living|"
    r"lived|lives|respite|patient|"
    r"transferred|sent|home|ward|doctor|gp|visited|nurse|class|grew up|born|baby|family|foster|sibling)\b"
)
_PLACED = r"(?:in|near|at|from|to|outside|around|of|visiting|leaving|left)"


def _named(found: re.Match[str]) -> float:
    words = [word.casefold().strip(".,") for word in found["name"].split()]
    telling = [word for word in words if word not in _GENERIC | FUNCTION and len(word) > 1 and not word.isdigit()]
    if not telling or _is_large(" ".join(words)):
        return 0
    if re.search(
        r"\b(?:department|ministry|university|royal college|society|institute|faculty|code)\b", found.group().casefold()
    ):
        return 0
    near = bool(_CHILD.search(before(found, 90)) or _CHILD.search(after(found, 90)))
    return 0.93 if near else 0.8


def _lowly(found: re.Match[str]) -> float:
    """`The Willows care home`: the kind has no capital, so the words before must be the name of something."""
    words = [word.casefold() for word in found["name"].split()]
    if all(word in _GENERIC or word in GENERIC or len(word) < 2 for word in words) or " ".join(words) in towns():
        return 0
    telling = [
        word
        for word in words
        if word not in _GENERIC and word not in GENERIC and not sorts_of(word) & (Sort.PLACE | Sort.PROPER)
    ]
    if not telling or telling[0] in NEVER or found["it"].split()[0] in ("When", "After", "If", "While"):
        return 0
    ordinary = all(sorts_of(word) & Sort.ENGLISH for word in telling)
    return 0.9 if not ordinary else 0.8 if (words[0] == "the" and len(words) > 1) or len(telling) > 1 else 0


def _village(found: re.Match[str]) -> float:
    words = [word.casefold() for word in found["name"].split()]
    titled = any(word in ("mr", "mrs", "ms", "miss", "dr", "child") or re.fullmatch(r"\w('s)?", word) for word in words)
    generic = all(word in _GENERIC or word in GENERIC for word in words) or words[0] in NEVER
    return 0 if titled or generic else 0.85


def _hamlet(found: re.Match[str]) -> float:
    words = found["it"].casefold()
    if words in towns() or all(
        word in _GENERIC or word in GENERIC or sorts_of(word) & (Sort.PLACE | Sort.PROPER) for word in words.split()
    ):
        return 0
    near = before(found, 90) + after(found, 90)
    return 0.8 if _CHILD.search(near) or re.search(r"\b(?:miles?|people live|houses|village|bus)\b", near) else 0.5


def _is_large(words: str) -> bool:
    return words in towns()


def _home(found: re.Match[str]) -> float:
    words = [word.casefold().strip(".,") for word in found["name"].split()]
    if all(word in _GENERIC or word in GENERIC or len(word) < 2 for word in words):
        return 0
    return (
        0.88
        if re.search(
            r"\b(?:moved|placed|admitted|discharged|resident|residents|care|lives?|lived|living|stay(?:ed|s)?|"
            r"placement|transferred|respite|"
            r"staff|manager|carers?|home|runs|operates|visited|room|bed|vacancy|fees)\b",
            before(found, 60) + after(found, 60),
        )
        else 0
    )


def _small(found: re.Match[str]) -> float:
    words = found["it"].casefold()
    if words in towns() or sorts_of(words) & Sort.PLACE or (words not in villages() and not found["kind"]):
        return 0
    if found["kind"]:
        return 0.85
    return (
        0.7
        if re.search(
            r"\b(?:child|son|daughter|boy|girl|mother|father|lives?|lived|living|resident|moved|home|family|school|"
            r"born|grew up|care|foster|baby)\b",
            before(found, 90) + after(found, 90),
        )
        else 0
    )


_WHY = "A school, home or surgery leads to a child, a resident or a patient."

RULES = (
    Rule(
        "place",
        re.compile(
            rf"(?<![\w'])(?P<it>(?P<name>{_CAPITALS}){_SCHOOL})\b(?!\s(?:Admission|Appeal|Transport|Place|Code|"
            rf"Board)|')"
        ),
        _WHY,
        "a school, a care home, a hospital",
        check=_named,
        near=near_words(
            "School Academy College Nursery Nurseries Pre Preschool Playgroup Kindergarten Home Centre Hospital "
            "Living Care Junior Infant Comprehensive Housing Foyer Refuge Hostel Hospice Infirmary Surgery Clinic "
            "Practice Club Primary Juniors Infants Form Grammar High Secondary Unit PRU Preparatory Prep Federation "
            "Trust Academies",
            100,
            20,
        ),
    ),
    Rule(
        "place",
        re.compile(
            r"(?<![\w'.])(?P<it>(?P<name>(?:The\s)?(?:[A-Z][\w'-]+\s){1,3})(?:care home|nursing home|residential "
            r"home|rest home|children's home|"
            r"primary school|secondary school|infant school|junior school|high school|grammar school|special school|"
            r"pupil referral unit|"
            r"nursery|pre-?school|playgroup|school|academy|college|hospice|hospital|surgery|medical centre|health "
            r"centre|respite centre|day centre))\b"
        ),
        _WHY,
        "a school, a care home, a hospital",
        check=_lowly,
        near=near_words(
            "home school unit nursery preschool pre playgroup academy college hospice hospital surgery centre", 70, 10
        ),
    ),
    Rule(
        "place",
        re.compile(
            r"(?<![\w'.])(?P<it>(?:The\s)?(?P<name>(?:[A-Z][\w'-]+[ -](?:(?:on|in|le|by|upon|under|"
            r"the)[ -])*){1,3}))(?:village|hamlet|estate|parish)\b"
        ),
        "A place so small leads to the few people of whom this can be said.",
        "a village",
        check=_village,
        near=near_words("village hamlet estate parish", 60, 5),
    ),
    Rule(
        "place",
        re.compile(rf"(?<![\w'])(?P<it>(?P<name>(?:[A-Z][\w'-]+\s){{1,2}}){_HOME})\b(?!\s[A-Z][a-z]|')"),
        "The name of a home leads to the people who live there.",
        "a care home",
        check=_home,
        near=near_words(
            "House Lodge Court Manor Grange Hall View Park Villa Gardens Place Priory Mews Towers Rest Haven Cottage",
            60,
            20,
        ),
    ),
    Rule(
        "place",
        re.compile(r"\b(?:in|at|to|from|of|left)\s(?P<it>The\s(?P<name>[A-Z][a-z]{3,}))(?![\w-]|\s[A-Z]|')"),
        "The name of a home leads to the people who live there.",
        "a care home",
        check=_home,
        near=near_words("The", 10, 30),
    ),
    Rule(
        "place",
        re.compile(
            r"(?<![\w'.])(?P<it>(?:[Tt]he\s)?(?P<name>(?:[A-Z][\w'-]+\s){1,3}))(?:holiday park|caravan park|caravan "
            r"site|travellers'? site|campsite|marina|"
            r"allotments|housing estate|estate|industrial estate|farm|flats|day nursery|childminders?)\b"
        ),
        "A place so small leads to the few people of whom this can be said.",
        "a place",
        check=_village,
        near=near_words(
            "holiday caravan site campsite marina allotments estate farm flats nursery childminder childminders", 60, 15
        ),
    ),
    Rule(
        "place",
        re.compile(
            r"\b(?:in|at|near|to|from|outside|around|of|on)\s(?P<it>(?P<name>(?:Great|Little|Upper|Lower|Nether|"
            r"Over|Much|Long|Old|Middle|Higher)\s[A-Z][a-z]{2,}|"
            r"(?:[A-Z][a-z]{2,}\s)(?:Fell|Moor|Bay|Cove|Island|Hatch|Common|Heath|Beach|Head|Dale|Wold|Fen|Marsh|"
            r"Magna|Parva|Regis|Episcopi|"
            r"Abbas|Monachorum|Sands|Bar|Cross|Bridge|Ferry|Haven)|[A-Z][a-z]{2,}-(?:on|in|by|under|upon|le|"
            r"next)-(?:the-)?[A-Z][a-z]+))(?![ -]?[A-Z])\b"
        ),
        "A place so small leads to the few people of whom this can be said.",
        "a village",
        check=_hamlet,
    ),
    Rule(
        "place",
        re.compile(
            rf"\b{_PLACED}\s(?:the\s)?(?P<kind>(?:small\s|tiny\s|remote\s|quiet\s)?(?:village|hamlet|island|parish|"
            rf"market town|estate)\s(?:of|called)\s)?"
            r"(?P<it>[A-Z][\w'-]+(?:[ -](?:(?:on|in|le|by|upon|under|the|cum|St)[ -])*[A-Z][\w'-]+){0,2})"
        ),
        "A place so small leads to the few people of whom this can be said.",
        "a village",
        check=_small,
    ),
)
