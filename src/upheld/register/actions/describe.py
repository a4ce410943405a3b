"""Fills in what stands beside a decision's content: publication date, source address, related references."""

import datetime as dt
from collections.abc import Sequence

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions.correct import Correction, detail_values
from upheld.register.actions.guard import change, get_decisions, refuse_unless


def describe(corrections: Sequence[Correction], *, by: str, at: dt.datetime) -> int:
    """Fills in the details that the records give, without a new version. Gives the journal's head afterwards."""
    with writing():
        decisions = get_decisions([correction.decision_id for correction in corrections])
        refuse_unless("describe", decisions)
        for decision, correction in zip(decisions, corrections, strict=True):
            change(decision, correction.expected_version, changed_at=at, **detail_values(correction.record))
        entries = [NewEntry("decision.described", "decision", one.decision_id) for one in corrections]
        return append(entries, by=by, at=at)
