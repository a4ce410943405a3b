"""Keeps what a record says of a decision's life afterwards: when all was put right, which report followed."""

import datetime as dt
from collections.abc import Iterator, Sequence

from upheld.analysis.references import Reference
from upheld.journal.actions.append import NewEntry
from upheld.lib.rows import adapted, insert_rows
from upheld.register.content import further_references
from upheld.register.models import Decision, FurtherReport
from upheld.register.queries.reference import list_taken
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme


def keep_compliance(pairs: Sequence[tuple[Decision, DecisionRecord]], *, at: dt.datetime) -> list[NewEntry]:
    """Adds the further reports that are new, inside `writing()`. Gives the entries for these and for new days.

    The decisions are as they were read before: their day itself is written with their other details.
    """
    reports = [(decision.pk, further_references(record, get_scheme())) for decision, record in pairs]
    days = [
        satisfied_entry(decision, record.satisfied_on)
        for decision, record in pairs
        if record.satisfied_on and record.satisfied_on != decision.satisfied_on
    ]
    return [*days, *_add_missing([pair for pair in reports if pair[1]], at)]


def satisfied_entry(decision: Decision, on: dt.date) -> NewEntry:
    """That the ombudsman was satisfied on a day."""
    data = {"on": on.isoformat()}
    return NewEntry("decision.satisfied", "decision", decision.pk, decision.version_number, data=data)


def insert_further_reports(pairs: Sequence[tuple[int, Sequence[Reference]]], *, at: dt.datetime) -> None:
    """Writes the further reports of decisions."""
    insert_rows(FurtherReport, ("decision_id", "printed", "key", "suffix", "added_at"), (
        (decision_id, reference.printed, reference.key, reference.suffix, adapted(at))
        for decision_id, references in pairs
        for reference in references
    ))  # fmt: skip


def _add_missing(pairs: Sequence[tuple[int, Sequence[Reference]]], at: dt.datetime) -> Iterator[NewEntry]:
    if not pairs:
        return
    rows = FurtherReport.objects.filter(decision__in=[decision_id for decision_id, _ in pairs])
    kept = set(rows.values_list("decision_id", "key", "suffix"))
    new = [
        (decision_id, one)
        for decision_id, references in pairs
        for one in references
        if (decision_id, one.key, one.suffix) not in kept
    ]
    insert_further_reports([(decision_id, [one]) for decision_id, one in new], at=at)
    ids = list_taken([one for _, one in new])
    for decision_id, one in new:
        yield NewEntry(
            "decision.followed-up", "decision", decision_id, data={"further": ids.get((one.key, one.suffix))}
        )
