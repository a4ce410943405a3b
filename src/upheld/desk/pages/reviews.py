"""Open reviews: while one is open its decision is held."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.desk.components import Fault
from upheld.editorial.actions.open_review import KINDS
from upheld.editorial.models import OpenReview
from upheld.ui.site import Head, Link


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review. `where` says what the register has of the case; `href` leads there, where there is something."""

    id: int
    reference: str
    kind: str
    href: str
    where: str
    state: str
    opened_at: dt.datetime
    opened_by: str
    closed_at: dt.datetime | None
    closed_by: str


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    """The open ones, the oldest first, and those closed last. `reference` is filled into the form."""

    waiting: tuple[ReviewRow, ...]
    closed: tuple[ReviewRow, ...]
    kinds: tuple[tuple[str, str], ...]
    reference: str
    kind: str
    example: str
    faults: tuple[Fault, ...]


def make_reviews(
    waiting: Sequence[OpenReview], closed: Sequence[OpenReview], *, reference: str, kind: str, example: str,
    faults: Sequence[Fault] = (),
) -> ReviewsPage:  # fmt: skip
    """The page."""
    return ReviewsPage(
        tuple(map(_row, waiting)), tuple(map(_row, closed)), tuple(KINDS.items()), reference, kind, example,
        tuple(faults),
    )  # fmt: skip


def reviews_head() -> Head:
    """What the page says of itself."""
    return Head("Reviews", trail=(Link("Desk", "/desk/"),))


def _row(review: OpenReview) -> ReviewRow:
    href, where, state = "", "Not taken in yet", ""
    if review.decision:
        href, where, state = f"/desk/decisions/{review.decision.uid}", "", review.decision.state
    elif review.draft:
        href, where, state = review.draft.get_absolute_url(), "", review.draft.state
    return ReviewRow(
        review.pk, review.reference, KINDS[review.kind], href, where, state, review.opened_at, review.opened_by,
        review.closed_at, review.closed_by,
    )  # fmt: skip
