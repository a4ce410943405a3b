"""What was read of a sentence before its status is settled, and what of it is one act."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.remedies.frames import Mood
from upheld.analysis.remedy import Kind, Per, Whom

_MONEY: tuple[Kind, ...] = ("symbolic-payment", "quantifiable-loss", "loss-of-service")


@dataclass(frozen=True, slots=True)
class Found:
    """An act that was read, before its status is settled. `days` is its own deadline, `dated` whether it has one."""

    kind: Kind
    mood: Mood | None
    pence: int | None
    per: Per | None
    for_: Whom
    days: int | None
    dated: bool
    added: bool = False
    theirs: bool = False

    @property
    def is_money(self) -> bool:
        """Whether it pays, gives back or forgoes money."""
        return self.kind in _MONEY


def merge(found: Sequence[Found]) -> list[Found]:
    """Acts of one kind for the same people are one, when no money moves."""
    kept: list[Found] = []
    if len(found) < 2:
        return [*found]
    given = {one.kind for one in found if one.is_money and not one.added}
    for one in found:
        if one.added and one.pence is None and one.kind in given:
            continue
        same = (one.kind, one.for_, one.mood)
        if one.added and any(other.kind == one.kind for other in kept):
            continue
        if not one.is_money and any((other.kind, other.for_, other.mood) == same for other in kept):
            continue
        kept.append(one)
    return kept
