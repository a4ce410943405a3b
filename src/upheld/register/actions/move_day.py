"""Gives decisions that wait another day on which they come out."""

import datetime as dt
from collections.abc import Sequence

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.dates import date_in_zone
from upheld.register.actions.guard import change, get_decisions, refuse_unless
from upheld.register.models import Decision
from upheld.register.rules import RefusedError, embargo_day, move_blockers
from upheld.scheme import get_scheme


def move_day(ids: Sequence[int], day: dt.date, *, by: str, at: dt.datetime) -> int:
    """Lets the embargoed decisions come out on `day`, all or none; no correction brings them out before it.

    Gives the journal's head afterwards. Raises RefusedError where a decision does not wait, or its embargo ends later.
    """
    today = date_in_zone(at, get_scheme().timezone)
    with writing():
        decisions = get_decisions(ids)
        refuse_unless("move", decisions)
        found = [one for each in decisions for one in move_blockers(each.reference, day, earliest_day(each), today)]
        if found:
            raise RefusedError(tuple(found))
        for decision in decisions:
            change(decision, decision.version_number, held_until=day, published_on=day, changed_at=at)
        return append([_entry(decision, day) for decision in decisions], by=by, at=at)


def earliest_day(decision: Decision) -> dt.date:
    """The first day on which the decision may come out: its own date and the delay for its document type."""
    kind = get_scheme().document_type(decision.document_type)
    if decision.decided_on is None or kind is None:
        return decision.held_until or dt.date.max
    return embargo_day(decision.decided_on, kind.delay_days, None)


def _entry(decision: Decision, day: dt.date) -> NewEntry:
    days = {"from": decision.held_until.isoformat() if decision.held_until else None, "to": day.isoformat()}
    return NewEntry("decision.moved", "decision", decision.pk, decision.version_number, data=days)
