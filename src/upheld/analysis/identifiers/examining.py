"""The examination: one document as one text, every rule over it, and what they say set in order."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from upheld.analysis.identifiers.candidate import BETWEEN, Candidate, find_all
from upheld.analysis.identifiers.finding import Finding, Known, Part
from upheld.analysis.identifiers.forms import addresses, births, cases, contact, numbers, people, places, postcodes
from upheld.analysis.identifiers.levelled import Levelled, level
from upheld.analysis.identifiers.names.finding import find_names

_RULES = (
    *contact.RULES,
    *numbers.RULES,
    *births.RULES,
    *cases.RULES,
    *postcodes.RULES,
    *addresses.RULES,
    *places.RULES,
    *people.RULES,
)
_AROUND = 40


def examine(parts: Sequence[Part], known: Known) -> tuple[Finding, ...]:
    """Everything in the parts that could show who a person is, in the order of the text."""
    joined = _join(parts)
    own = _own_references(parts)
    text = joined.levelled.text
    candidates = [one for one in find_all(_RULES, text) if not _is_own(text, one, own)]
    candidates += find_names(text, known)
    findings = (joined.finding(one) for one in _apart(candidates))
    return tuple(one for one in findings if one and not known.is_cleared(one.words, one.kind))


@dataclass(frozen=True, slots=True)
class Joined:
    """The parts of a document as one levelled text, and the way back."""

    parts: Sequence[Part]
    starts: Sequence[int]
    levelled: Levelled

    def finding(self, one: Candidate) -> Finding | None:
        """The candidate as a finding in its part; None where it lies outside of all."""
        start, end = self.levelled.origin(one.start, one.end)
        index = bisect_right(self.starts, start) - 1
        part, inside = self.parts[index], start - self.starts[index]
        words = part.text[inside : inside + end - start]
        if not words:
            return None
        around = _around(part.text, inside, inside + end - start)
        return Finding(part.where, inside, words, one.kind, round(one.sure, 2), one.why, one.instead, around)


def _own_references(parts: Sequence[Part]) -> frozenset[str]:
    """The numbers that this decision and those it is related to are known by."""
    return frozenset(_key(part.text) for part in parts if part.where.startswith(("reference", "related")))


def _is_own(text: str, one: Candidate, own: frozenset[str]) -> bool:
    return one.kind == "case-number" and _key(text[one.start : one.end]) in own


def _key(reference: str) -> str:
    return re.sub(r"[\W_]", "", reference).casefold()


def _join(parts: Sequence[Part]) -> Joined:
    starts, place = [], 0
    for part in parts:
        starts.append(place)
        place += len(part.text) + 1
    return Joined(parts, starts, level(BETWEEN.join(part.text for part in parts)))


def _around(text: str, start: int, end: int) -> str:
    """The words on both sides, levelled, so that a finding is known again after its paragraph has moved."""
    sides = (text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
    return "\x1e".join(" ".join(re.findall(r"\w+", side.casefold())) for side in sides)


def _apart(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Of candidates that overlap, the surest; of equally sure ones the longest."""
    kept: list[Candidate] = []
    taken: list[tuple[int, int]] = []
    for one in sorted(candidates, key=lambda one: (-round(one.sure, 1), one.start - one.end, one.start)):
        place = bisect_right(taken, (one.start, one.end))
        free_before = place == 0 or taken[place - 1][1] <= one.start
        free_after = place == len(taken) or taken[place][0] >= one.end
        if free_before and free_after:
            taken.insert(place, (one.start, one.end))
            kept.append(one)
    return iter(sorted(kept, key=lambda one: one.start))
