"""One decision with all that the desk knows of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404

from upheld.editorial.models import Draft, Examination, OpenReview, RecognitionReport
from upheld.editorial.models.draft import IS_OPEN
from upheld.editorial.queries.holds import find_hold, list_open_reviews
from upheld.journal.models import Entry
from upheld.register.models import Decision, DecisionOrganisation, Version


@dataclass(frozen=True)
class Around:
    """What stands around a decision: who holds it, open reviews, readers' reports, drafts, findings, versions."""

    hold: Entry | None
    reviews: Sequence[OpenReview]
    reports: Sequence[RecognitionReport]
    drafts: Sequence[Draft]
    examination: Examination | None
    versions: Sequence[Version]
    bodies: Sequence[DecisionOrganisation]


def get_decision_or_404(uid: str) -> Decision:
    """The decision with this uid, in any state. Raises Http404."""
    rows = Decision.objects.select_related("version", "category", "subcategory__parent")
    found = rows.filter(uid=uid).first()
    if found is None:
        raise Http404("there is no such decision")
    return found


def read_around(decision: Decision) -> Around:
    """All that stands around it."""
    return Around(
        hold=find_hold(decision.pk) if decision.state == "held" else None,
        reviews=list_open_reviews(decision),
        reports=list(RecognitionReport.objects.filter(decision=decision).order_by("-received_at")[:20]),
        drafts=list(Draft.objects.filter(IS_OPEN, decision=decision).order_by("-changed_at")),
        examination=Examination.objects.filter(decision=decision).first(),
        versions=list(decision.versions.order_by("-number")),
        bodies=list(decision.organisations.select_related("organisation").order_by("position")),
    )
