"""What the register as a whole is, holds and covers."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max, Min

from upheld.journal.models import Entry
from upheld.register.models import Decision
from upheld.register.models.decision import IS_PUBLIC

DEMO = "register.declared-demo"
OFFICIAL = "register.declared-official"


@dataclass(frozen=True)
class Coverage:
    """How many decisions are published, and from which to which day they were decided."""

    decisions: int
    first: dt.date | None
    last: dt.date | None


def is_demo() -> bool:
    """Whether this register is the demo: its first journal entry says so."""
    return Entry.objects.filter(number=1, kind=DEMO).exists()


def is_declared_official() -> bool:
    """Whether this register has been official, whatever the scheme says now."""
    return Entry.objects.filter(subject="register", subject_id=None, kind=OFFICIAL).exists()


def get_coverage() -> Coverage:
    """What the whole register covers."""
    found = Decision.objects.filter(IS_PUBLIC).aggregate(n=Count("pk"), first=Min("decided_on"), last=Max("decided_on"))
    return Coverage(found["n"], found["first"], found["last"])
