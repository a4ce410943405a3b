"""Reads by reference."""

from collections.abc import Sequence

from upheld.analysis.references import Reference
from upheld.register.models import Decision, DecisionReference

_SLICE = 500


def list_taken(references: Sequence[Reference]) -> dict[tuple[str, str], int]:
    """Which of the references the register knows, in any state: (key, suffix) to the decision's id."""
    wanted = {(reference.key, reference.suffix) for reference in references}
    keys = sorted({key for key, _ in wanted})
    taken = {}
    for start in range(0, len(keys), _SLICE):
        rows = DecisionReference.objects.filter(key__in=keys[start : start + _SLICE])
        for key, suffix, decision_id in rows.values_list("key", "suffix", "decision_id"):
            if (key, suffix) in wanted:
                taken[key, suffix] = decision_id
    return taken


def get_decision(reference: Reference) -> Decision | None:
    """The decision known by this reference, in any state; None if the register has none."""
    decisions = Decision.objects.select_related("category", "subcategory__parent")
    return decisions.filter(references__key=reference.key, references__suffix=reference.suffix).first()
