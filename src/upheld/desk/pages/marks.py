"""Texts with the places marked in which something was found."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


class Placed(Protocol):
    """Something found: where, from which letter on, and which words; its number, and whether it waits for an answer."""

    @property
    def where(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def is_open(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a row. `numbers` are those of what was found in them; none for ordinary words."""

    text: str
    numbers: tuple[int, ...] = ()
    is_open: bool = False
    label: str = ""
    """What was found, for those who do not see the mark."""


Spans = tuple[Span, ...]


@dataclass
class Marker:
    """Turns texts into spans by their places, and remembers which findings have been shown."""

    found: Mapping[str, Sequence[Placed]]
    labels: Mapping[int, str]
    shown: set[int] = field(default_factory=set)

    def spans(self, where: str, text: str) -> Spans:
        """The text in spans: joined, they are the text."""
        here = self.found.get(where)
        if not here:
            return (Span(text),) if text else ()
        spans, end = [], 0
        for start, stop, group in _clusters(here, len(text)):
            spans += [Span(text[end:start])] if start > end else []
            numbers = tuple(one.number for one in group)
            self.shown.update(numbers)
            label = ", ".join(dict.fromkeys(self.labels[number] for number in numbers))
            spans.append(Span(text[start:stop], numbers, any(one.is_open for one in group), label))
            end = stop
        return (*spans, Span(text[end:])) if end < len(text) else tuple(spans)

    def numbers(self, where: str) -> tuple[int, ...]:
        """What was found at a place, in order."""
        return tuple(one.number for one in self.found.get(where, ()))


def by_place(found: Sequence[Placed]) -> dict[str, list[Placed]]:
    """What was found, by where, each in order of the text."""
    places: dict[str, list[Placed]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.start):
        places[one.where].append(one)
    return places


def _clusters(found: Sequence[Placed], length: int) -> list[tuple[int, int, list[Placed]]]:
    """From where to where something was found; what overlaps is marked together."""
    clusters: list[tuple[int, int, list[Placed]]] = []
    for one in found:
        start, stop = min(max(one.start, 0), length), min(max(one.start, 0) + len(one.words), length)
        if clusters and start < clusters[-1][1]:
            before = clusters[-1]
            clusters[-1] = (before[0], max(before[1], stop), [*before[2], one])
        elif stop > start:
            clusters.append((start, stop, [one]))
    return clusters
