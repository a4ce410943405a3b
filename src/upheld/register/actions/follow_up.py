"""Records that a report followed a decision, and takes that back."""

import datetime as dt

from upheld.analysis.references import Reference
from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions.compliance import insert_further_reports
from upheld.register.actions.guard import change, get_decisions
from upheld.register.actions.satisfy import compliance_of
from upheld.register.models import Decision, FurtherReport
from upheld.register.queries.reference import list_taken
from upheld.register.rules import Blocker, RefusedError, blocker_for, further_report_blockers
from upheld.scheme import get_scheme


def follow_up(decision_id: int, further_id: int, *, by: str, at: dt.datetime) -> int:
    """Records that the decision was followed by the other one. Gives the journal's head afterwards.

    Raises RefusedError or OvertakenError.
    """
    with writing():
        decision, further = get_decisions([decision_id, further_id])
        if blockers := follow_up_blockers(decision, further):
            raise RefusedError(blockers)
        change(decision, decision.version_number, changed_at=at)
        insert_further_reports([(decision.pk, [_preferred(further)])], at=at)
        entry = NewEntry("decision.followed-up", "decision", decision.pk, data={"further": further.pk})
        return append([entry], by=by, at=at)


def follow_up_blockers(decision: Decision, further: Decision) -> tuple[Blocker, ...]:
    """Why the one may not be recorded as followed by the other."""
    return further_report_blockers(
        compliance_of(decision),
        compliance_of(further),
        known_already=_follows(decision, further),
        reverse=_follows(further, decision),
    )


def unfollow(decision_id: int, further: Reference, *, by: str, at: dt.datetime) -> int:
    """Takes it back. Gives the journal's head afterwards. Raises RefusedError or OvertakenError."""
    with writing():
        if blockers := unfollow_blockers(decision_id, further):
            raise RefusedError(blockers)
        [decision] = get_decisions([decision_id])
        FurtherReport.objects.filter(decision=decision, key=further.key, suffix=further.suffix).delete()
        change(decision, decision.version_number, changed_at=at)
        known = list_taken([further]).get((further.key, further.suffix))
        entry = NewEntry("decision.not-followed-up", "decision", decision.pk, data={"further": known})
        return append([entry], by=by, at=at)


def unfollow_blockers(decision_id: int, further: Reference) -> tuple[Blocker, ...]:
    """Why it cannot be taken back."""
    [decision] = get_decisions([decision_id])
    if blocker := blocker_for("follow-up", reference=decision.reference, state=decision.state):
        return (blocker,)
    if decision.further_reports.filter(key=further.key, suffix=further.suffix).exists():
        return ()
    message = f"is not recorded as followed by {further.printed}"
    return (Blocker(decision.reference, "not-followed-up", message),)


def _follows(decision: Decision, further: Decision) -> bool:
    keys = set(further.references.values_list("key", "suffix"))
    return bool(keys & set(decision.further_reports.values_list("key", "suffix")))


def _preferred(decision: Decision) -> Reference:
    pattern = get_scheme().pattern
    found = pattern.parse_printed(decision.reference)
    if found is None:
        raise LookupError(f"{decision.reference} is not written as this scheme writes references")
    return found
