"""Scores remedies as read against those that a person labelled, pair by pair."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tests.evaluation.held_out import Label
from upheld.analysis.remedy import Remedy

FIELDS = ("kind", "sum", "status", "for", "within")
NEAR = 3
"""A month is 30 or 31 days, two are 60 or 61."""


@dataclass(frozen=True)
class Pair:
    """A label and the remedy that answers it; one of them is None where there is no other."""

    label: Label | None
    remedy: Remedy | None

    @property
    def wrong(self) -> tuple[str, ...]:
        """The fields in which they differ."""
        if self.label is None or self.remedy is None:
            return ("missed",) if self.remedy is None else ("too many",)
        return tuple(field for field in FIELDS if not is_right(field, self.label, self.remedy))


def is_right(field: str, label: Label, remedy: Remedy) -> bool:
    """Whether the remedy says what the label says, or what it lets pass."""
    if field == "kind":
        return remedy.kind in (label.kind, *label.or_.kind)
    if field == "status":
        return remedy.status in (label.status, *label.or_.status)
    if field == "for":
        return remedy.for_ in (label.for_, *label.or_.for_)
    if field == "within":
        return any(_near(remedy.within_days, days) for days in (label.within_days, *label.or_.within_days))
    sums = [(label.pence, label.per), *((one.pence, one.per) for one in label.or_.sum)]
    return (remedy.pence, remedy.per) in sums


def pair_up(labels: Sequence[Label], remedies: Sequence[Remedy]) -> list[Pair]:
    """Each label with the remedy most like it, the likest first."""
    alike = [(_likeness(label, remedy), -abs(i - j), i, j)
             for i, label in enumerate(labels) for j, remedy in enumerate(remedies)]  # fmt: skip
    taken: dict[int, int] = {}
    for likeness, _, i, j in sorted(alike, reverse=True):
        if likeness >= 0.9 and i not in taken and j not in taken.values():
            taken[i] = j
    pairs = [Pair(label, remedies[taken[i]] if i in taken else None) for i, label in enumerate(labels)]
    return pairs + [Pair(None, remedy) for j, remedy in enumerate(remedies) if j not in taken.values()]


def _likeness(label: Label, remedy: Remedy) -> float:
    weights = {"kind": 1.0, "sum": 0.8, "status": 0.2, "for": 0.1, "within": 0.1}
    same = sum(weight for field, weight in weights.items() if is_right(field, label, remedy))
    same += 1.0 if label.pence is not None and is_right("sum", label, remedy) else 0.0
    return same * (0.35 + _overlap(label.text, remedy.text))


def _overlap(first: str, second: str) -> float:
    a, b = set(re.findall(r"\w+", first.lower())), set(re.findall(r"\w+", second.lower()))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _near(days: int | None, labelled: int | None) -> bool:
    return days == labelled or (days is not None and labelled is not None and abs(days - labelled) <= NEAR)
