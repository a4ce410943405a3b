"""Takes decisions out of sight at once, and lets them come back."""

import datetime as dt
from collections.abc import Mapping, Sequence

from upheld.lib.dates import date_in_zone
from upheld.register.actions.move_state import move_state
from upheld.register.actions.release_due import first_published
from upheld.register.models import Decision
from upheld.register.rules import EMBARGOED, HELD, PUBLISHED
from upheld.scheme import get_scheme


def hold(ids: Sequence[int], *, by: str, at: dt.datetime, reason: str = "", review: int | None = None) -> int:
    """Holds the decisions, all or none: gone from every page, list, count, search and export.

    `review` is the id of the open review that asks for it, when no person does.
    Gives the journal's head afterwards. Raises RefusedError, ReasonError or OvertakenError.
    """
    data = {} if review is None else {"review": review}
    held = {"state": HELD}
    return move_state(ids, "hold", "decision.held", lambda _: held, reason=reason, by=by, at=at, data=data)


def release(ids: Sequence[int], *, by: str, at: dt.datetime, reason: str = "") -> int:
    """Puts held decisions back where they were: published, or waiting for a day that has not come.

    Gives the journal's head afterwards. Raises RefusedError, ReasonError or OvertakenError.
    """
    today = date_in_zone(at, get_scheme().timezone)

    def target(decision: Decision) -> Mapping[str, object]:
        if decision.held_until is None:
            return {"state": PUBLISHED}
        return {"state": EMBARGOED} if decision.held_until > today else first_published(decision, today)

    return move_state(ids, "release", "decision.released", target, reason=reason, by=by, at=at)
