"""What may be done to a decision, and why not: pure functions over what is known about it."""

import datetime as dt
from dataclasses import dataclass

from upheld.lib.dates import format_date

PUBLISHED, HELD, WITHDRAWN, EMBARGOED = "published", "held", "withdrawn", "embargoed"

_ALLOWED = {
    "correct": (PUBLISHED, HELD, EMBARGOED),
    "describe": (PUBLISHED, HELD, EMBARGOED),
    "hold": (PUBLISHED, EMBARGOED),
    "release": (HELD,),
    "withdraw": (PUBLISHED, HELD),
    "restore": (WITHDRAWN,),
    "redact": (PUBLISHED, HELD, EMBARGOED, WITHDRAWN),
    "satisfy": (PUBLISHED, HELD, EMBARGOED),
    "follow-up": (PUBLISHED, HELD, EMBARGOED),
    "move": (EMBARGOED,),
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
    ("satisfy", WITHDRAWN): "is withdrawn; restore it first",
    ("follow-up", WITHDRAWN): "is withdrawn; restore it first",
    ("restore", PUBLISHED): "is not withdrawn",
    ("restore", HELD): "is held, not withdrawn; release it",
    ("restore", EMBARGOED): "was never published; it waits for its day",
    ("move", PUBLISHED): "is published already, so its day cannot be moved",
    ("move", HELD): "is held, so it has no day; release it first",
    ("move", WITHDRAWN): "is withdrawn, so it has no day",
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


@dataclass(frozen=True)
class Compliance:
    """What is known of a decision when its life afterwards is recorded."""

    reference: str
    state: str
    decided_on: dt.date | None
    satisfied_on: dt.date | None = None


def satisfied_blockers(known: Compliance, on: dt.date, today: dt.date) -> tuple[Blocker, ...]:
    """Why the ombudsman cannot be recorded as satisfied on this day."""
    if blocker := blocker_for("satisfy", reference=known.reference, state=known.state):
        return (blocker,)
    if on > today:
        return (_blocker(known, "satisfied-in-future", f"cannot be satisfied on {format_date(on)}: that is to come"),)
    if known.decided_on and on < known.decided_on:
        message = f"was decided on {format_date(known.decided_on)}, after {format_date(on)}"
        return (_blocker(known, "satisfied-before-decision", message),)
    if known.satisfied_on == on:
        return (_blocker(known, "satisfied-already", f"is recorded as satisfied on {format_date(on)} already"),)
    return ()


def unsatisfied_blockers(known: Compliance) -> tuple[Blocker, ...]:
    """Why that the ombudsman was satisfied cannot be taken back."""
    if blocker := blocker_for("satisfy", reference=known.reference, state=known.state):
        return (blocker,)
    return () if known.satisfied_on else (_blocker(known, "not-satisfied", "is not recorded as satisfied"),)


def further_report_blockers(
    known: Compliance, further: Compliance, *, known_already: bool, reverse: bool
) -> tuple[Blocker, ...]:
    """Why `further` cannot be recorded as the report that followed. `reverse`: it is recorded the other way round."""
    if blocker := blocker_for("follow-up", reference=known.reference, state=known.state):
        return (blocker,)
    if further.state != PUBLISHED:
        message = f"cannot be followed by {further.reference}, which is not published"
        return (_blocker(known, "further-not-published", message),)
    if known.reference == further.reference:
        return (_blocker(known, "further-itself", "cannot be followed by itself"),)
    if known_already:
        return (_blocker(known, "followed-up-already", f"is recorded as followed by {further.reference} already"),)
    if reverse or (known.decided_on and further.decided_on and further.decided_on < known.decided_on):
        return (
            _blocker(known, "further-is-earlier", f"cannot be followed by {further.reference}, which came before it"),
        )
    return ()


def _blocker(known: Compliance, code: str, message: str) -> Blocker:
    return Blocker(known.reference, code, message)


def embargo_day(decided_on: dt.date, delay_days: int, published_on: dt.date | None) -> dt.date:
    """The first day on which an official register may publish: after the delay, not before a date given for it."""
    earliest = decided_on + min(dt.timedelta(days=delay_days), dt.date.max - decided_on)
    return max(earliest, published_on) if published_on else earliest


def move_blockers(reference: str, to: dt.date, earliest: dt.date, today: dt.date) -> tuple[Blocker, ...]:
    """Why a decision that waits cannot come out on the day `to`; `earliest` is the end of its embargo."""
    if to < today:
        return (Blocker(reference, "move-to-past", f"cannot come out on {format_date(to)}: that day has passed"),)
    if to < earliest:
        message = f"cannot come out before {format_date(earliest)}, when its embargo ends"
        return (Blocker(reference, "move-before-embargo", message),)
    return ()
