"""Reads of the reports that followed decisions."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q

from upheld.register.models import Decision, DecisionReference, FurtherReport
from upheld.register.models.decision import PUBLISHED


def has_further_report(decision_id: int) -> bool:
    """Whether a report followed the decision, or it followed another: seldom, and asked of every page."""
    own = DecisionReference.objects.filter(decision=decision_id).values("key")
    return FurtherReport.objects.filter(Q(decision=decision_id) | Q(key__in=own)).exists()


def list_further_reports(ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """References of the reports that followed the decisions, by id; not of one that the register may not show."""
    if not ids:
        return {}
    others = DecisionReference.objects.filter(key=OuterRef("key"), suffix=OuterRef("suffix"))
    hidden = Exists(others.exclude(decision__state=PUBLISHED))
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = FurtherReport.objects.filter(~hidden, decision_id__in=ids).order_by("decision_id", "pk")
    for decision_id, printed in rows.values_list("decision_id", "printed"):
        found[decision_id] += (printed,)
    return dict(found)


def list_followed(decision: Decision) -> tuple[Decision, ...]:
    """The published decisions that this one followed as a further report, the earliest first."""
    own = DecisionReference.objects.filter(decision=decision)
    same = Exists(own.filter(key=OuterRef("key"), suffix=OuterRef("suffix")))
    rows = FurtherReport.objects.filter(same, key__in=own.values("key"), decision__state=PUBLISHED)
    found = rows.select_related("decision__category", "decision__subcategory__parent").order_by("pk")
    return tuple(dict.fromkeys(row.decision for row in found))
