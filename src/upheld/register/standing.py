"""How a decision stood at a number of the journal: pure, from the entries about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_MOVES = {
    "decision.published": "published",
    "decision.restored": "published",
    "decision.embargoed": "embargoed",
    "decision.held": "held",
    "decision.withdrawn": "withdrawn",
}
PUBLISHED, RELEASED = "decision.published", "decision.released"


class Step(NamedTuple):
    """An entry about a decision: its number, its kind, and the version it names, if any."""

    number: int
    kind: str
    version: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether readers could see a decision, and in which version; 0 where it was not in the register yet."""

    is_public: bool
    version: int


def standing_at(steps: Iterable[Step], number: int, *, waits: bool) -> Standing:
    """How a decision stood right after the entry `number`. `steps` are all about it, in order.

    `waits` says that it has not come out to this day: a decision that is released goes back where it was, and the
    journal does not say where that is.
    """
    every = tuple(steps)
    state, was_public, version = "", False, 0
    for step in every:
        if step.number > number:
            break
        state = _after(step, state, every, was_public=was_public, waits=waits)
        was_public = was_public or state == "published"
        version = max(version, step.version or 0)
    return Standing(state == "published", version)


def _after(step: Step, state: str, every: tuple[Step, ...], *, was_public: bool, waits: bool) -> str:
    if step.kind != RELEASED:
        return _MOVES.get(step.kind, state)
    comes_out_later = any(one.kind == PUBLISHED and one.number > step.number for one in every)
    return "published" if was_public or not (waits or comes_out_later) else "embargoed"
