"""Decisions whose summary is the same, so that two documents of one case are noticed."""

from collections.abc import Iterator

from django.db.models.functions import Length

from upheld.register.models import Decision, Version
from upheld.register.queries.record import get_records
from upheld.register.records import DecisionRecord

_AT_MOST = 50


def list_same_summary(summary: str) -> Iterator[tuple[int, DecisionRecord]]:
    """Decisions, in any state, whose present summary is this one: id and record. An index finds them by its length."""
    if not summary.strip():
        return
    versions = Version.objects.alias(size=Length("summary")).filter(size=len(summary), summary=summary)
    ids = Decision.objects.filter(version__in=versions.values("pk")).order_by("pk").values_list("pk", flat=True)
    if found := list(ids[:_AT_MOST]):
        yield from get_records(found).items()
