"""Reads about what was erased."""

import datetime as dt

from upheld.journal.models import Entry


def get_erasure_reason(decision_id: int, erased_at: dt.datetime) -> str:
    """The slug of the reason for which versions of the decision were erased at this instant; empty if not known."""
    entries = Entry.objects.filter(subject="decision", subject_id=decision_id, kind="decision.redacted", at=erased_at)
    reason: str | None = entries.values_list("reason", flat=True).first()
    return reason or ""
