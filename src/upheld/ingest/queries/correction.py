"""A decision as it stands, with what its source says now."""

from collections.abc import Sequence
from typing import Any

from upheld.editorial.actions.gate import Correction
from upheld.ingest.plan import Step
from upheld.ingest.queries.facts import Weighed
from upheld.register.models.version import MAJOR, MINOR
from upheld.register.records import DecisionRecord
from upheld.scheme import Scheme

_MAJOR = frozenset({"document_type", "outcome", "decided_on"})


def correction_of(one: Weighed, step: Step, present: dict[int, DecisionRecord], scheme: Scheme) -> Correction:
    """The decision with what the source brings that differs, as a correction of the version it was compared with."""
    decision_id = one.facts.owner.decision_id if one.facts.owner else 0
    record = _merged(present[decision_id], one, step.changed)
    change = MAJOR if _MAJOR.intersection(step.changed) else MINOR
    return Correction(decision_id, one.version, record, change, _reason(scheme))


def _merged(present: DecisionRecord, one: Weighed, changed: Sequence[str]) -> DecisionRecord:
    """The decision as it stands, with what the source brings that differs."""
    content = one.candidate.content
    values: dict[str, Any] = {key: getattr(content.record, key) for key in changed}
    if "category" in values:
        values["subcategory"] = content.record.subcategory
    if "also_known_as" in values:
        printed = (content.reference.printed, *(other.printed for other in content.others))
        values["also_known_as"] = tuple(text for text in printed if text != present.reference)
    return present.model_copy(update=values)


def _reason(scheme: Scheme) -> str:
    """The scheme's reason for what its source changed; its first for corrections if it has none of that name."""
    slugs = [reason.slug for reason in scheme.reasons_for("correct")]
    return "source" if "source" in slugs else slugs[0]
