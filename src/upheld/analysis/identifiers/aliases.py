"""Aliases that could be mistaken: one letter for two people, `Mr A`, a letter that begins the real name."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from upheld.analysis.identifiers.candidate import Candidate
from upheld.analysis.identifiers.document import Document

_ALIAS = re.compile(
    r"(?<![\w'-])(?P<title>Mr|Mrs|Miss|Ms|Mx|Dr|Child|Baby|Officer|Councillor|Cllr|Professor)\.? "
    r"(?P<letter>[A-Z])(?![\w&/-])(?!\.? [A-Z][a-z]+\b(?<!Council)"
    r"(?<!The))"
)
_COUPLE = re.compile(r"\bMr (?:and|&) (?:Mrs|Miss|Ms) (?P<letter>[A-Z])\b")
_FAMILY = re.compile(
    r"\b(?:husband|wife|married|couple|partner|brother|sister|son|daughter|mother|father|parents?|family|siblings?|"
    r"children|widow|widower|spouse)\b"
)
_SAME = ({"Mrs", "Miss", "Ms", "Mx"}, {"Councillor", "Cllr"}, {"Dr", "Professor"}, {"Child", "Baby"})
_ANOTHER = re.compile(
    r"\b(?:another|different|second|other|unrelated|also (?:called|known as)) (?:person, |man, |woman, |resident, "
    r")?(?:Mr|Mrs|Miss|Ms|Dr|Child) (?P<letter>[A-Z])\b(?!\w)"
)
_ROLES = re.compile(
    r"\b(?P<role>complainant|neighbour|officer|social worker|councillor|manager|landlord|tenant|applicant|developer|"
    r"teacher|headteacher|"
    r"doctor|planning officer|caseworker|carer)s?,? (?P<alias>(?:Mr|Mrs|Miss|Ms|Dr) [A-Z])\b(?!\w)"
)

Place = tuple[int, int]


def find_doubtful_aliases(document: Document, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """What an editor should look at among the aliases; aliases in the scheme's style pass."""
    firsts = _first_places(document.text)
    if not firsts:
        return
    yield from _real_initials(document, firsts, names)
    yield from _shared_letters(document.text, firsts)
    for (title, letter), (start, end) in firsts.items():
        if letter == "A" and title in ("Mr", "Mrs", "Miss", "Ms"):
            yield _doubt(start, end, 0.4, "“A” reads like the word “a”; the style is to avoid it.", "another letter")


def _first_places(text: str) -> dict[tuple[str, str], Place]:
    firsts: dict[tuple[str, str], Place] = {}
    for found in _ALIAS.finditer(text):
        firsts.setdefault((found["title"], found["letter"]), found.span())
    return firsts


def _doubt(start: int, end: int, sure: float, why: str, instead: str) -> Candidate:
    return Candidate(start, end, "alias", sure, why, instead)


def _shared_letters(text: str, firsts: dict[tuple[str, str], Place]) -> Iterator[Candidate]:
    couples = {found["letter"] for found in _COUPLE.finditer(text)}
    family = bool(_FAMILY.search(text))
    told: set[str] = set()
    for (title, letter), (other, same) in combinations(sorted(firsts, key=lambda one: firsts[one][0]), 2):
        sure = _sure_of_pair(title, other, couple=letter in couples, family=family)
        if letter == same and sure and letter not in told:
            told.add(letter)
            yield _doubt(*firsts[other, same], sure, "One letter seems to stand for two people.", "another letter")
    yield from _others_of_the_letter(text, told)


def _others_of_the_letter(text: str, told: set[str]) -> Iterator[Candidate]:
    for found in _ANOTHER.finditer(text):
        if found["letter"] not in told:
            told.add(found["letter"])
            yield _doubt(*found.span("letter"), 0.7, "One letter stands for two people.", "another letter")
    roles: dict[str, str] = {}
    for found in _ROLES.finditer(text):
        alias, role = found["alias"], found["role"]
        if roles.setdefault(alias, role) != role and "complainant" in (role, roles[alias]) and alias[-1] not in told:
            told.add(alias[-1])
            yield _doubt(*found.span("alias"), 0.6, "One letter seems to stand for two people.", "another letter")


def _sure_of_pair(title: str, other: str, *, couple: bool, family: bool) -> float:
    pair = {title, other}
    if couple and pair <= {"Mr", "Mrs", "Miss", "Ms"}:
        return 0
    if any(pair <= same for same in _SAME):
        return 0.4 if pair <= _SAME[0] else 0
    if pair <= {"Mr", "Mrs", "Miss", "Ms", "Mx"}:
        return 0 if family else 0.4
    return 0.6


def _real_initials(
    document: Document, firsts: dict[tuple[str, str], Place], names: Sequence[Candidate]
) -> Iterator[Candidate]:
    outside = dict(_outside_initials(document, names))
    inside = dict(_titled_initials(document.text, names))
    for (title, letter), (start, end) in firsts.items():
        if sure := outside.get(letter):
            why = f"A name in the file's name or properties begins with {letter} too."
            yield Candidate(start, end, "initial", sure, why, "an alias with another letter")
        elif inside.get(letter) == title:
            why = f"A name in this document begins with {letter} too."
            yield Candidate(start, end, "initial", 0.5, why, "an alias with another letter")


def _outside_initials(document: Document, names: Sequence[Candidate]) -> Iterator[tuple[str, float]]:
    for piece, first, last in document.outside():
        sure = 0.5 if re.search(r"author|creator|modified|manager", piece.part.where) else 0.75
        for name in names:
            if first <= name.start < last:
                for word in re.findall(r"[^\W\d_]{2,}", document.text[name.start : name.end]):
                    yield word[0].upper(), sure


def _titled_initials(text: str, names: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    for name in names:
        found = re.search(r"\b(Mr|Mrs|Miss|Ms|Dr)\.? $", text[max(0, name.start - 6) : name.start])
        if found and name.sure > 0.9:
            yield (text[name.start : name.end].rsplit(maxsplit=1)[-1][0].upper(), found[1])
