"""Records that an organisation has done what was asked of it, and takes that back."""

import datetime as dt
from collections.abc import Sequence

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.dates import date_in_zone
from upheld.register.actions.compliance import satisfied_entry
from upheld.register.actions.guard import change, get_decisions
from upheld.register.models import Decision
from upheld.register.rules import Blocker, Compliance, RefusedError, satisfied_blockers, unsatisfied_blockers
from upheld.scheme import get_scheme


def satisfy(ids: Sequence[int], on: dt.date, *, by: str, at: dt.datetime) -> int:
    """Records the day on which the ombudsman was satisfied, for all or none. Gives the journal's head afterwards.

    A day recorded before is replaced. Raises RefusedError or OvertakenError.
    """
    today = date_in_zone(at, get_scheme().timezone)
    with writing():
        decisions = get_decisions(ids)
        _refuse(tuple(blocker for one in decisions for blocker in satisfied_blockers(compliance_of(one), on, today)))
        for decision in decisions:
            change(decision, decision.version_number, satisfied_on=on, changed_at=at)
        return append([satisfied_entry(decision, on) for decision in decisions], by=by, at=at)


def unsatisfy(ids: Sequence[int], *, by: str, at: dt.datetime) -> int:
    """Takes the day back, for all or none. Gives the journal's head. Raises RefusedError or OvertakenError."""
    with writing():
        decisions = get_decisions(ids)
        _refuse(tuple(blocker for one in decisions for blocker in unsatisfied_blockers(compliance_of(one))))
        for decision in decisions:
            change(decision, decision.version_number, satisfied_on=None, changed_at=at)
        entries = [NewEntry("decision.not-satisfied", "decision", one.pk, one.version_number) for one in decisions]
        return append(entries, by=by, at=at)


def compliance_of(decision: Decision) -> Compliance:
    """What the rules ask about a decision."""
    return Compliance(decision.reference, decision.state, decision.decided_on, decision.satisfied_on)


def _refuse(blockers: tuple[Blocker, ...]) -> None:
    if blockers:
        raise RefusedError(blockers)
