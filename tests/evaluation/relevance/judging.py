"""What people type, with what a person judged to fit: by what the demo's cases are about."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from upheld.demo.cases import Case, list_cases
from upheld.demo.matters import Matter, list_matters

SETS = ("judged", "sentences", "held out")
"""Queries of few words; whole sentences of upset people; and as many more, by which nothing is ever tuned."""


@dataclass(frozen=True)
class Judged:
    """A query, the matters that it asks for, those that are near it, and a word of the body that it names, if any."""

    text: str
    wanted: frozenset[Matter]
    near: frozenset[Matter]
    body: str = ""

    def grade(self, case: Case | None) -> int:
        """2 for what is asked for, 1 for what is near it or the same at another body, else 0."""
        if case is None or case.matter not in self.wanted | self.near:
            return 0
        is_there = any(self.body in body.name for body in case.bodies)
        return 2 if case.matter in self.wanted and is_there else 1


@cache
def list_judged(name: str = "judged") -> tuple[Judged, ...]:
    """Every judged query of a set, in the order of its file."""
    path = Path(__file__).parent / f"{name.replace(' ', '_')}.txt"
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(_read(line) for line in lines if line and not line.startswith("#"))


@cache
def cases_by_reference() -> Mapping[str, Case]:
    """The cases of the demo."""
    return {case.reference: case for case in list_cases()}


def _read(line: str) -> Judged:
    text, wanted, near, body = (part.strip() for part in f"{line} | | ".split("|")[:4])
    asked = _matters(wanted)
    return Judged(text, asked, _matters(near) - asked, body)


def _matters(words: str) -> frozenset[Matter]:
    return frozenset(matter for part in words.split(";") if part.strip() for matter in _about(part.strip()))


def _about(words: str) -> list[Matter]:
    found = [matter for matter in list_matters() if words in matter.about]
    if not found:
        raise ValueError(f"no matter of the demo is about “{words}”")
    return found
