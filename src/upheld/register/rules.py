"""What may be done to a decision, and why not: pure functions over what is known about it."""

import datetime as dt
from dataclasses import dataclass

PUBLISHED, HELD, WITHDRAWN, EMBARGOED = "published", "held", "withdrawn", "embargoed"

_ALLOWED = {
    "correct": (PUBLISHED, HELD, EMBARGOED),
    "describe": (PUBLISHED, HELD, EMBARGOED),
    "hold": (PUBLISHED, EMBARGOED),
    "release": (HELD,),
    "withdraw": (PUBLISHED, HELD),
    "restore": (WITHDRAWN,),
    "redact": (PUBLISHED, HELD, EMBARGOED, WITHDRAWN),
}
_SENTENCES = {
    ("correct", WITHDRAWN): "is withdrawn; restore it first",
    ("describe", WITHDRAWN): "is withdrawn; restore it first",
    ("hold", HELD): "is held already",
    ("hold", WITHDRAWN): "is withdrawn, so nothing of it is shown",
    ("release", PUBLISHED): "is not held",
    ("release", EMBARGOED): "is not held; it waits for its day of publication",
    ("release", WITHDRAWN): "is withdrawn, not held; restore it",
    ("withdraw", WITHDRAWN): "is withdrawn already",
    ("withdraw", EMBARGOED): "was never published, so there is nothing to withdraw; hold it instead",
    ("restore", PUBLISHED): "is not withdrawn",
    ("restore", HELD): "is held, not withdrawn; release it",
    ("restore", EMBARGOED): "was never published; it waits for its day",
}


@dataclass(frozen=True)
class Blocker:
    """One reason why something may not be done: a code for programs, a sentence for people."""

    reference: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.reference} {self.message}"


class RefusedError(ValueError):
    """An action may not be done to some of its batch, so nothing of it was done."""

    def __init__(self, blockers: tuple[Blocker, ...]) -> None:
        self.blockers = blockers
        super().__init__("; ".join(map(str, blockers)))


class OvertakenError(RuntimeError):
    """Somebody else changed a decision between reading and writing it."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"{reference} was changed by somebody else just now; look at it again, then try again")


def blocker_for(action: str, *, reference: str, state: str, was_public: bool = True) -> Blocker | None:
    """Why `action` may not be done to a decision in `state`; None if it may."""
    if action == "withdraw" and state == HELD and not was_public:
        return Blocker(reference, "withdraw-held", _SENTENCES["withdraw", EMBARGOED])
    if state in _ALLOWED[action]:
        return None
    return Blocker(reference, f"{action}-{state}", _SENTENCES[action, state])


def embargo_day(decided_on: dt.date, delay_days: int, published_on: dt.date | None) -> dt.date:
    """The first day on which an official register may publish: after the delay, not before a date given for it."""
    earliest = decided_on + min(dt.timedelta(days=delay_days), dt.date.max - decided_on)
    return max(earliest, published_on) if published_on else earliest
