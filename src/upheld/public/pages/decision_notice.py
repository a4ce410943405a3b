"""What an address says whose decision, or version of one, may not be shown."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from upheld.public.pages.errors import WAYS
from upheld.ui.site import HOME, Head, Link

Kind = Literal["held", "withdrawn", "erased"]


@dataclass(frozen=True, slots=True)
class DecisionNotice:
    """Nothing of the decision itself is here, its reference aside.

    `held`: not available at present, without date or reason (404). `withdrawn`: with `on` and `reason` (410).
    `erased`: an earlier version that is gone, with `on`, `reason` and its `number` (410).
    """

    kind: Kind
    title: str
    reference: str
    on: dt.date | None
    reason: str
    number: int | None
    ways: tuple[Link, ...]


def make_held(reference: str) -> DecisionNotice:
    """The notice for a decision that is held."""
    return DecisionNotice("held", f"Decision {reference} is not available at present", reference, None, "", None, WAYS)


def make_withdrawn(reference: str, on: dt.date, reason: str) -> DecisionNotice:
    """The notice for a decision that is withdrawn."""
    return DecisionNotice("withdrawn", f"Decision {reference} was withdrawn", reference, on, reason, None, WAYS)


def make_erased(reference: str, number: int, on: dt.date, reason: str, present: str) -> DecisionNotice:
    """The notice for an earlier version that was erased; `present` is where the decision stands."""
    title = f"Version {number} of decision {reference} was erased"
    ways = (Link(f"{reference} as it reads today", present), *WAYS)
    return DecisionNotice("erased", title, reference, on, reason, number, ways)


def notice_head(notice: DecisionNotice) -> Head:
    """What the page says of itself: it has no canonical address."""
    return Head(notice.title, trail=(HOME,))
