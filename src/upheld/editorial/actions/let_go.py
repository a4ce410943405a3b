"""Lets decisions go that have been published for as long as their document type is to be."""

import datetime as dt
from collections.abc import Sequence

from upheld.editorial.actions.withdraw import withdraw
from upheld.editorial.queries.retention import RETENTION, list_due
from upheld.register.rules import Blocker, RefusedError
from upheld.scheme import get_scheme

_BATCH = 200


def let_go(ids: Sequence[int], *, by: str, at: dt.datetime) -> int:
    """Withdraws these decisions for the reason that their time has ended. Gives how many.

    Raises RefusedError when the register keeps everything, or the time of one has not ended.
    """
    if get_scheme().retention != "withdraw":
        raise RefusedError((Blocker("This register", "retention-keep", "keeps every decision (see its scheme)"),))
    due = {one.decision.pk for one in list_due(at)}
    if early := set(ids) - due:
        raise RefusedError((Blocker(f"{len(early)} of them", "retention-early", "may still be published"),))
    if ids:
        withdraw(list(ids), by=by, at=at, reason=RETENTION)
    return len(ids)


def let_go_due(*, by: str, at: dt.datetime) -> int:
    """Lets everything go whose time has ended, where the scheme says so. Gives how many went in this batch."""
    if get_scheme().retention != "withdraw":
        return 0
    return let_go([one.decision.pk for one in list_due(at, limit=_BATCH)], by=by, at=at)
