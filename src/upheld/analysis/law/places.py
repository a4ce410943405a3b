"""The address of a provision: among ours (`care-act-2014/9`), and on legislation.gov.uk."""

import re

from upheld.analysis.law.catalogue import Law
from upheld.analysis.law.provisions import Provision
from upheld.lib.slugs import slugify

_PARTS = re.compile(r"[0-9]+|[^0-9]+")
_UNITS = {"Protection Regulation": "article", "Regulations": "regulation", "Order": "article", "Rules": "rule"}
_PLAIN = frozenset({"section", "regulation", "article", "rule"})
_PLACE = re.compile(
    r"(?:(section|regulation|article|rule|schedule|part|paragraph|chapter|annex)-)?([a-z]{0,2}[0-9]+[a-z]{0,3}[0-9]?(?:-[0-9]+){0,3}|[a-z])"
)


def place_of(law: Law, one: Provision) -> str:
    """Its address within the law's own: of a section of an Act and of a regulation of regulations, the number."""
    if one.within:
        return slugify(one.within.partition(",")[0])
    is_plain = one.word == "section" if law.kind == "act" else law.kind == "instrument" and one.word in _PLAIN
    return slugify(one.number if is_plain else f"{one.word} {one.number}")


def address_of(law: Law, one: Provision) -> str:
    """Where legislation.gov.uk has it; the law as a whole where the place in it is not certain."""
    if not law.known:
        return law.href
    outer = one.within.partition(",")[0] or one.text
    if outer.startswith("Schedule "):
        return f"{law.href}/schedule/{outer.removeprefix('Schedule ')}"
    unit = unit_of(law)
    return f"{law.href}/{unit}/{one.number}" if one.word == unit or _is_plain(law, one) else law.href


def read_place(law: Law, place: str) -> Provision | None:
    """The provision that stands at an address within the law's own: `26a` is section 26A of an Act."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return None
    word = found[1] or unit_of(law)
    words = {"schedule": "Schedule", "part": "Part", "annex": "Annex"}
    number = found[2].replace("-", ".") if "-" in found[2] else found[2].upper()
    return Provision(words.get(word, word), number)  # type: ignore[arg-type]  # one of the words in _PLACE


def unit_of(law: Law) -> str:
    """What the law is made of: sections, regulations, articles or rules."""
    if law.kind == "act":
        return "section"
    return next((unit for name, unit in _UNITS.items() if name in law.title), "paragraph")


def natural(text: str) -> list[tuple[int, str]]:
    """A key by which 9 stands before 26, and 26 before 26A."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in _PARTS.findall(text)]


def _is_plain(law: Law, one: Provision) -> bool:
    """Whether the text calls a regulation a section: it has the same number."""
    return law.kind == "instrument" and one.word in _PLAIN and unit_of(law) in _PLAIN
