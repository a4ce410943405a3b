"""Fills in what stands beside a decision's content: days, source address, related references, further reports."""

import datetime as dt
from collections.abc import Sequence

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions.compliance import keep_compliance
from upheld.register.actions.correct import Correction, detail_values
from upheld.register.actions.guard import change, get_decisions, refuse_unless
from upheld.register.actions.stay_official import stay_official
from upheld.scheme import get_scheme


def describe(corrections: Sequence[Correction], *, by: str, at: dt.datetime) -> int:
    """Fills in the details that the records give, without a new version. Gives the journal's head afterwards."""
    with writing():
        stay_official(get_scheme(), by=by, at=at)
        decisions = get_decisions([correction.decision_id for correction in corrections])
        refuse_unless("describe", decisions)
        pairs = [(decision, one.record) for decision, one in zip(decisions, corrections, strict=True)]
        for (decision, record), correction in zip(pairs, corrections, strict=True):
            change(decision, correction.expected_version, changed_at=at, **detail_values(record))
        entries = [NewEntry("decision.described", "decision", one.decision_id) for one in corrections]
        entries += keep_compliance(pairs, at=at)
        return append(entries, by=by, at=at)
