"""Which decisions have been published for as long as their document type is to be, and which went."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from upheld.journal.models import Entry
from upheld.lib.dates import date_in_zone
from upheld.register.models import Decision
from upheld.register.models.decision import PUBLISHED
from upheld.scheme import get_scheme
from upheld.scheme.shape import DocumentType

NOTICE_DAYS = 60
RETENTION = "retention"


@dataclass(frozen=True)
class Due:
    """A published decision and the day from which it is to be published no more."""

    decision: Decision
    on: dt.date


@dataclass(frozen=True)
class Gone:
    """A decision that went: when, by whom; its row, with reference, date and type, stays."""

    decision: Decision
    at: dt.datetime
    by: str


def list_due(at: dt.datetime, *, within: int = 0, limit: int = 500) -> Sequence[Due]:
    """The published decisions whose time ends within so many days of `at`, or has ended, the first to go first."""
    today = date_in_zone(at, get_scheme().timezone)
    found = [due for kind in get_scheme().document_types for due in _of_type(kind, today, within, limit)]
    return sorted(found, key=lambda due: (due.on, due.decision.reference_key))[:limit]


def list_gone(limit: int = 500) -> Sequence[Gone]:
    """What went because its time had ended, the last first; not what was restored since."""
    rows = Entry.objects.filter(kind="decision.withdrawn", reason=RETENTION).order_by("-number")[:limit]
    decisions = Decision.objects.in_bulk([row.subject_id or 0 for row in rows])
    gone = {row.subject_id or 0: row for row in reversed(rows)}
    pairs = [(decisions[pk], row) for pk, row in gone.items() if decisions[pk].state != PUBLISHED]
    return [Gone(decision, row.at, row.by) for decision, row in reversed(pairs)]


def end_of(decision: Decision) -> dt.date | None:
    """The day from which the decision is to be published no more; None where its type is kept for good."""
    kind = get_scheme().document_type(decision.document_type)
    start = decision.published_on or decision.decided_on
    if kind is None or kind.retention_years is None or start is None:
        return None
    return _years_later(start, kind.retention_years)


def _of_type(kind: DocumentType, today: dt.date, within: int, limit: int) -> list[Due]:
    if kind.retention_years is None:
        return []
    latest = _years_later(today + dt.timedelta(days=within), -kind.retention_years)
    rows: QuerySet[Decision] = Decision.objects.filter(Q(state=PUBLISHED), document_type=kind.slug)
    rows = rows.annotate(start=Coalesce("published_on", "decided_on")).filter(start__lte=latest)
    decisions = rows.select_related("category", "subcategory__parent").order_by("start", "reference_key")[:limit]
    return [Due(one, on) for one in decisions if (on := end_of(one))]


def _years_later(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 1 March for 29 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)
