"""Withdraws decisions for good reason, and restores them."""

import datetime as dt
from collections.abc import Sequence

from upheld.editorial.queries.holds import find_hold, list_open_reviews
from upheld.journal.actions.append import writing
from upheld.register.actions import hold as holding
from upheld.register.actions import withdraw as register
from upheld.register.actions.guard import get_decisions
from upheld.register.rules import Blocker, RefusedError


def withdraw(ids: Sequence[int], *, by: str, at: dt.datetime, reason: str = "") -> int:
    """Withdraws the decisions, all or none: their addresses answer 410 with date and reason.

    Gives the journal's head afterwards. Raises RefusedError, ReasonError or OvertakenError.
    """
    return register.withdraw(ids, by=by, at=at, reason=reason)


def restore(ids: Sequence[int], *, by: str, at: dt.datetime, reason: str = "") -> int:
    """Publishes withdrawn decisions again, all or none, unless a review is open. Gives the journal's head afterwards.

    What somebody held when it was withdrawn is held again, and nobody sees it in between. Raises RefusedError,
    ReasonError or OvertakenError.
    """
    with writing():
        reviewed = [one for one in get_decisions(ids) if list_open_reviews(one)]
        if reviewed:
            message = "cannot be restored while a review is open; close the review"
            raise RefusedError(tuple(Blocker(one.reference, "restore-review", message) for one in reviewed))
        holds = {pk: hold.reason for pk in ids if (hold := find_hold(pk))}
        head = register.restore(ids, by=by, at=at, reason=reason)
        for pk, why in holds.items():
            head = holding.hold([pk], by=by, at=at, reason=why)
        return head
