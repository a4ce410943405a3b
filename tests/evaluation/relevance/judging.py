"""What people type, with what a person judged to fit: by what the demo's cases are about."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from upheld.demo.cases import list_cases
from upheld.demo.matters import Matter, list_matters

_FILE = Path(__file__).parent / "judged.txt"


@dataclass(frozen=True)
class Judged:
    """A query, the matters that it asks for, and those that are near it."""

    text: str
    wanted: frozenset[Matter]
    near: frozenset[Matter]

    def grade(self, matter: Matter | None) -> int:
        """2 for what is asked for, 1 for what is near it, else 0."""
        return 2 if matter in self.wanted else int(matter in self.near)


@cache
def list_judged() -> tuple[Judged, ...]:
    """Every judged query, in the order of the file."""
    lines = [line.strip() for line in _FILE.read_text(encoding="utf-8").splitlines()]
    return tuple(_read(line) for line in lines if line and not line.startswith("#"))


@cache
def matters_by_reference() -> Mapping[str, Matter]:
    """What each case of the demo is about."""
    return {case.reference: case.matter for case in list_cases()}


def _read(line: str) -> Judged:
    text, wanted, near = (part.strip() for part in f"{line} | ".split("|")[:3])
    asked = _matters(wanted)
    return Judged(text, asked, _matters(near) - asked)


def _matters(words: str) -> frozenset[Matter]:
    return frozenset(matter for part in words.split(";") if part.strip() for matter in _about(part.strip()))


def _about(words: str) -> list[Matter]:
    found = [matter for matter in list_matters() if words in matter.about]
    if not found:
        raise ValueError(f"no matter of the demo is about “{words}”")
    return found
