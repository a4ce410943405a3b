"""One move of decisions from state to state, entered in the journal."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions.guard import change, get_decisions, refuse_unless
from upheld.register.models import Decision
from upheld.scheme import get_scheme

Target = Callable[[Decision], Mapping[str, object]]


class ReasonError(ValueError):
    """The scheme's list has no such reason for this action."""


def move_state(
    ids: Sequence[int],
    action: str,
    kind: str,
    target: Target,
    *,
    reason: str,
    by: str,
    at: dt.datetime,
    data: Mapping[str, int | str | bool | None] | None = None,
) -> int:
    """Writes the values of `target`, the new state among them, for all or none. Gives the journal's head afterwards.

    `data` stands in the entries: ids and kinds, never words.
    """
    slug = reason_for(action, reason)
    with writing():
        decisions = get_decisions(ids)
        refuse_unless(action, decisions)
        for decision in decisions:
            values = {"state_reason": slug, "state_at": at, "changed_at": at}
            change(decision, decision.version_number, **values, **target(decision))
        entries = [NewEntry(kind, "decision", one.pk, one.version_number, slug, data or {}) for one in decisions]
        return append(entries, by=by, at=at)


def reason_for(action: str, slug: str) -> str:
    """The slug of the reason; the scheme's first for this action when none is given. Raises ReasonError."""
    allowed = [reason.slug for reason in get_scheme().reasons_for(action)]
    if slug and slug not in allowed:
        raise ReasonError(f"“{slug}” is not a reason to {action}; choose one of: {', '.join(allowed)}")
    return slug or allowed[0]
