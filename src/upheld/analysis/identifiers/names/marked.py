"""Names that the words around them mark so plainly that no list is asked: `surname KEMI`, `spoke to T.M.`."""

import re
from collections.abc import Iterator, Sequence

from upheld.analysis.identifiers.names.lexicon import Sort, sorts_of
from upheld.analysis.identifiers.names.tails import BODIES, FUNCTION, LAW, NEVER, STREETS, TITLES
from upheld.analysis.identifiers.names.words import Run

_COULD_BE = Sort.GIVEN | Sort.SURNAME | Sort.NAME_WORD | Sort.SURNAME_WORD
_COMMON = Sort.ENGLISH | Sort.PROPER | Sort.PLACE
_TAILS = BODIES | LAW | STREETS
_LABELLED = re.compile(
    r"(?:surname|forename|(?:first|last|given|middle|family|maiden) name)s?"
    r"(?:\s?:|\s(?:is|was|of))?\s(?P<it>[^\W\d_][^\W\d_]+(?:-[^\W\d_]+)?)(?![\w'])",
    re.IGNORECASE,
)
_INITIALS = re.compile(r" (?P<it>[A-Z]{2,3}|(?:[A-Z]\. ?){2,3})(?![\w'-]| [A-Z])")
_BEFORE_INITIALS = re.compile(
    r"\b(?:(?:spoke|spoken|met) (?:to|with)|(?:made|written|signed|taken|seen|completed|approved|visited|"
    r"called|rung) by"
    r"|(?:e-?mail(?:ed)?|text|call|letter) (?:from|to)|(?:visit|call|note|e-?mail) by|initial(?:l?ed|"
    r"s)(?: by)?)(?::)?\Z",
    re.IGNORECASE,
)
_OFFICES = frozenset(
    "LA TA HR IT OT SW PA MP PC CP GP LADO IRO CPN DN HV ICB CCG DWP NHS LGO HMO PCN LEA SEN EP EPS SLT "
    "ASC CSC CYP FOI "
    "DPO MO CEO CFO PR UK US EU VI HI TV IP QC KC DC DS DI PS MD CQC SAR BT EDF ADM SWA ASW CSO".split()
)
_FAMILY = re.compile(
    r"[TtBb](?:he|oth) (?P<it>[^\W\d_a-z][^\W\d_A-Z]{2,}?s)(?='\s|\s(?:were|are|have|had|did|do|say|said|"
    r"live|lived|own|"
    r"owned|asked|objected|complained|moved|wanted|told|bought|sold|felt|believe|wrote|received|agreed|refused)\b)"
)
_SHOUTED = re.compile(
    r"(?:\bTHE|\bAND MRS|\bFAMILY) (?P<it>[A-Z]{4,})(?= FAMILY| CHILDREN| CASE\b|'S (?:COMPLAINT|CASE|FAMILY))"
)
_MISREAD = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.? (?P<it>[A-Z][A-Za-z'-]*[01358|][A-Za-z|'-]+)(?!\w)")
_DOTTED = re.compile(r"[A-Z]\.\s?[A-Z]\.\s?(?:[A-Z]\.\s?)?(?P<surname>[^\W\d_a-z][^\W\d_A-Z]{2,}(?:-[^\W\d_]+)?)(?!\w)")
_BY_WHOM = re.compile(
    r" (?:by|from|of) (?P<it>(?P<given>[^\W\d_a-z][^\W\d_A-Z]+) (?P<surname>[^\W\d_a-z][^\W\d_A-Z]+))"
    r"(?![\w'-]| (?:and )?[A-Z])"
)
_PAPER_BEFORE = re.compile(r"\b(?:complaint|application|appeal|letter|e-?mail|statement|objection)\Z", re.IGNORECASE)
_PLACE_BEFORE = re.compile(r"\b(?:in|near|from|at|to|of|and|for)\s\Z|\w,\s\Z", re.IGNORECASE)

Found = tuple[int, int, float, str]


def find_marked(text: str) -> Iterator[Found]:
    """What is a name by the words before and after it."""
    for found in _LABELLED.finditer(text) if "name" in text or "NAME" in text else ():
        word = found["it"]
        if not word.islower() and word.casefold() not in FUNCTION:
            yield (*found.span("it"), 0.9, "It is given as somebody's name.")
    for found in _INITIALS.finditer(text):
        office = found["it"] in _OFFICES or sorts_of(found["it"]) & Sort.PROPER
        if not office and _BEFORE_INITIALS.search(text, max(0, found.start() - 20), found.start()):
            yield (*found.span("it"), 0.55, "They stand where the initials of a person do.")
    for found in _MISREAD.finditer(text):
        yield (*found.span("it"), 0.9, "It stands after a title.")
    yield from _dotted(text)
    yield from _families(text)
    yield from _papers(text)


def _dotted(text: str) -> Iterator[Found]:
    for found in _DOTTED.finditer(text):
        sorts = sorts_of(found["surname"])
        whole = found.start() == 0 or not text[found.start() - 1].isalnum()
        if whole and (not sorts & _COMMON or sorts & Sort.SURNAME_WORD):
            yield (*found.span(), 0.9, "It is a surname with initials.")


def _families(text: str) -> Iterator[Found]:
    """`the Okafors`, `both Mulligans`, `THE WHITE FAMILY`."""
    for found in _FAMILY.finditer(text):
        plural = found["it"]
        singles = {plural[:-1], plural[:-2]} if plural.endswith("es") else {plural[:-1]}
        if any(sorts_of(one) & _COULD_BE and one.casefold() not in _TAILS | NEVER for one in singles):
            yield (*found.span("it"), 0.7, "A surname for a whole family.")
    for found in _SHOUTED.finditer(text):
        if not sorts_of(found["it"]) & _COMMON or sorts_of(found["it"]) & _COULD_BE:
            yield (*found.span("it"), 0.75, "A surname for a whole family.")


def _papers(text: str) -> Iterator[Found]:
    """`complaint by Hyacinth Darlington`: words of which the lists know things and places only."""
    for found in _BY_WHOM.finditer(text):
        person = not _is_body(found) and not sorts_of(found["surname"]) & Sort.ENGLISH
        if person and _PAPER_BEFORE.search(text, max(0, found.start() - 12), found.start()):
            yield (*found.span("it"), 0.7, "It stands where the name of a person does.")


def find_placed(text: str, runs: Sequence[Run]) -> Iterator[Found]:
    """`Jordan Burnley`: a given name and a surname that are both places."""
    for run in runs:
        if len(run) == 2 and run[0].is_any(Sort.GIVEN) and run[0].is_any(Sort.PLACE) and not run[0].owns:
            given, surname = run
            place = surname.is_any(Sort.PLACE) and surname.plain_word not in _TAILS
            if place and not _PLACE_BEFORE.search(text, max(0, given.start - 6), given.start):
                yield given.start, surname.end, 0.6, "A given name before a place that is a surname too."


def _is_body(found: re.Match[str]) -> bool:
    words = {found["given"].casefold(), found["surname"].casefold()}
    return bool(words & (_TAILS | FUNCTION) or found["given"] in TITLES or sorts_of(found["given"]) & Sort.PROPER)
