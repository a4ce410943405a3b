"""Withdraws decisions for good reason, and restores them."""

import datetime as dt
from collections.abc import Sequence

from upheld.register.actions.move_state import move_state
from upheld.register.rules import PUBLISHED, WITHDRAWN


def withdraw(ids: Sequence[int], *, by: str, at: dt.datetime, reason: str = "") -> int:
    """Withdraws the decisions, all or none: their addresses answer 410 with date and reason.

    Gives the journal's head afterwards. Raises RefusedError, ReasonError or OvertakenError.
    """
    return move_state(
        ids, "withdraw", "decision.withdrawn", lambda _: {"state": WITHDRAWN}, reason=reason, by=by, at=at
    )


def restore(ids: Sequence[int], *, by: str, at: dt.datetime, reason: str = "") -> int:
    """Publishes withdrawn decisions again, all or none. Gives the journal's head afterwards."""
    return move_state(ids, "restore", "decision.restored", lambda _: {"state": PUBLISHED}, reason=reason, by=by, at=at)
