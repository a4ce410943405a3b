"""What waits at the desk, in counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from upheld.editorial.models import Draft, RecognitionReport
from upheld.editorial.queries.examination import Waiting, count_waiting_findings, cursor, list_waiting
from upheld.journal.queries.entry import get_head


@dataclass(frozen=True)
class DeskReport:
    """What waits: drafts by state, reports of recognised people, published decisions with findings.

    `behind` is how many journal entries the examiner has still to look at.
    """

    drafts: Mapping[str, int]
    drafts_with_findings: int
    reports: int
    decisions: int
    findings: int
    first: tuple[Waiting, ...]
    behind: int


def get_desk_report(most: int = 20) -> DeskReport:
    """What waits now, with the published decisions that have the most findings."""
    states = Draft.objects.exclude(state="taken").values("state").annotate(count=Count("pk")).order_by("state")
    decisions, findings = count_waiting_findings()
    return DeskReport(
        drafts={one["state"]: one["count"] for one in states},
        drafts_with_findings=Draft.objects.exclude(state__in=("taken", "never")).filter(open_findings__gt=0).count(),
        reports=RecognitionReport.objects.filter(closed_at=None).count(),
        decisions=decisions,
        findings=findings,
        first=tuple(list_waiting(most)),
        behind=get_head() - max(cursor(), 0),
    )
