"""Takes decisions out of sight at once, and lets them come back when nothing keeps them any more."""

import datetime as dt
from collections.abc import Sequence

from upheld.editorial.actions.tell import tell
from upheld.editorial.queries.colleagues import list_to_tell
from upheld.editorial.queries.holds import HOLD_ADDED, HOLD_LIFTED, find_hold, list_open_reviews
from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions import hold as register
from upheld.register.actions.guard import get_decisions
from upheld.register.actions.move_state import reason_for
from upheld.register.models import Decision
from upheld.register.rules import HELD, Blocker, RefusedError


def hold(ids: Sequence[int], *, by: str, at: dt.datetime, reason: str = "") -> None:
    """Holds the decisions, all or none, and tells the others. One person is enough.

    One that is held because of an open review is held by this person too, so that it stays held when the review
    closes. Raises RefusedError, ReasonError or OvertakenError.
    """
    slug = reason_for("hold", reason)
    with writing():
        decisions = get_decisions(ids)
        added = [one for one in decisions if one.state == HELD and find_hold(one.pk) is None]
        if added:
            append([_entry(HOLD_ADDED, one, slug) for one in added], by=by, at=at)
        fresh = [one.pk for one in decisions if one not in added]
        if fresh:
            register.hold(fresh, by=by, at=at, reason=slug)
        tell(list_to_tell(by), "decision.held", [one.pk for one in decisions], by=by, at=at, reason=slug)


def release(ids: Sequence[int], *, by: str, at: dt.datetime, reason: str = "") -> tuple[str, ...]:
    """Ends the holds of people, all or none: what no review keeps goes back to where it was.

    Gives the references of those that stay held because a review is open. Raises RefusedError, ReasonError or
    OvertakenError.
    """
    slug = reason_for("release", reason)
    with writing():
        decisions = get_decisions(ids)
        kept = [one for one in decisions if one.state == HELD and list_open_reviews(one)]
        if blockers := tuple(_blocker(one) for one in kept if find_hold(one.pk) is None):
            raise RefusedError(blockers)
        if kept:
            append([_entry(HOLD_LIFTED, one, slug) for one in kept], by=by, at=at)
        if free := [one.pk for one in decisions if one not in kept]:
            register.release(free, by=by, at=at, reason=slug)
    return tuple(one.reference for one in kept)


def _entry(kind: str, decision: Decision, reason: str) -> NewEntry:
    return NewEntry(kind, "decision", decision.pk, decision.version_number, reason)


def _blocker(decision: Decision) -> Blocker:
    return Blocker(decision.reference, "release-review", "is held because a review is open; close the review")
