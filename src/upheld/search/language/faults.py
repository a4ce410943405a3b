"""What is wrong with a query, and the changes that would put it right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""Characters of the text, and what to write in their place."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Characters `start` to `end` that could not be understood, why, and the edits that help; none where none does.

    One that `is_first` is put right before the others, which may have come of it.
    """

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...] = ()
    is_first: bool = False


def corrected(text: str, faults: Iterable[Fault]) -> str:
    """The text with every edit made, from its end to its beginning; of two in one place the first wins."""
    last = len(text) + 1
    for start, end, instead in sorted(_edits(faults), key=lambda edit: edit[:2], reverse=True):
        if end <= last:
            text, last = text[:start] + instead + text[end:], start
    return " ".join(text.split()).replace("( ", "(").replace(" )", ")")


def _edits(faults: Iterable[Fault]) -> Sequence[Edit]:
    """All edits; those that only add something in one place are made one after another."""
    added: dict[int, str] = {}
    others = []
    for start, end, instead in (edit for fault in faults for edit in fault.edits):
        if start == end:
            added[start] = added.get(start, "") + instead
        else:
            others.append((start, end, instead))
    return [*others, *((at, at, instead) for at, instead in added.items())]
