"""Publishes what has waited until its day."""

import datetime as dt

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.dates import date_in_zone
from upheld.register.actions.guard import change
from upheld.register.models import Decision
from upheld.register.rules import EMBARGOED, PUBLISHED
from upheld.scheme import get_scheme

_BATCH = 500


def release_due(*, by: str, at: dt.datetime) -> int:
    """Publishes the embargoed decisions whose day has come where the scheme is. Gives how many."""
    today = date_in_zone(at, get_scheme().timezone)
    due = Decision.objects.filter(state=EMBARGOED, held_until__lte=today).order_by("held_until", "pk")
    if not due.exists():
        return 0
    with writing():
        decisions = list(due[:_BATCH])
        for decision in decisions:
            values = first_published(decision, today)
            change(decision, decision.version_number, state_at=at, changed_at=at, **values)
        append([_entry(decision) for decision in decisions], by=by, at=at)
    return len(decisions)


def first_published(decision: Decision, today: dt.date) -> dict[str, object]:
    """The values of a decision that comes out today: `held_until` is only set on what never was public."""
    return {"state": PUBLISHED, "held_until": None, "published_on": decision.published_on or today}


def _entry(decision: Decision) -> NewEntry:
    return NewEntry("decision.published", "decision", decision.pk, decision.version_number)
