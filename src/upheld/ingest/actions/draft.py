"""Hands what waits for approval over to the desk, as drafts."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial

from django.db import transaction

from upheld.editorial.actions.start_draft import IMPORT, start_draft
from upheld.editorial.models import Draft
from upheld.editorial.queries.findings import examine_record
from upheld.editorial.queries.knowledge import drop_knowledge, get_knowledge
from upheld.ingest.candidate import Candidate
from upheld.ingest.doubts import doubts_to_settle
from upheld.ingest.plan import DRAFT, FINDINGS, INCOMPLETE, READY, Seen, Step
from upheld.ingest.queries.correction import correction_of
from upheld.ingest.queries.facts import Weighed, merged
from upheld.journal.actions.append import writing
from upheld.register.models import Decision
from upheld.register.queries.record import get_records
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

Planned = Sequence[tuple[Weighed, Step]]


def draft_all(planned: Planned, *, by: str, at: dt.datetime, run: int | None) -> list[Step]:
    """Makes drafts of those that are planned so, all or none. Gives every step, with how its draft stands."""
    wanted = [one for one, step in planned if step.result == DRAFT]
    owners = [one.facts.owner.decision_id for one in wanted if one.facts.owner]
    with writing():
        decisions = Decision.objects.select_related("version").in_bulk(owners)
        present = get_records(owners) if owners else {}
        return [
            step._replace(draft=_standing(_draft(one, step, decisions, present, by=by, at=at, run=run)))
            if step.result == DRAFT
            else step
            for one, step in planned
        ]


def examine_before(batch: Sequence[tuple[Candidate, Seen | None]]) -> None:
    """Examines what is about to be drafted, before nobody else can write: it is remembered for a moment."""
    known = get_knowledge()
    for candidate, seen in batch:
        if seen is None:
            examine_record(candidate.content.record, candidate.outside, known)


def preview_drafts(planned: Planned, *, by: str, at: dt.datetime) -> list[Step]:
    """Every step, with how its draft would stand: they are made, looked at and taken back."""
    if not any(step.result == DRAFT for _, step in planned):
        return [step for _, step in planned]
    with writing():
        steps = draft_all(planned, by=by, at=at, run=None)
        transaction.set_rollback(True)
    drop_knowledge()  # it was read while the journal had entries that were taken back
    return steps


def _draft(
    one: Weighed,
    step: Step,
    decisions: Mapping[int, Decision],
    present: dict[int, DecisionRecord],
    *,
    by: str,
    at: dt.datetime,
    run: int | None,
) -> Draft:
    start = partial(
        start_draft,
        source=IMPORT,
        outside=dict(one.candidate.outside),
        doubts=doubts_to_settle(one.candidate.doubts),
        run=run,
    )
    owner, content = one.facts.owner, one.candidate.content
    if owner is None:
        return start(merged(one.draft.record, content) if one.draft else content.record, by=by, at=at)
    made = correction_of(one, step, present, get_scheme())
    decision = decisions[owner.decision_id]
    return start(made.record, by=by, at=at, decision=decision, change=made.change, reason=made.reason)


def _standing(draft: Draft) -> str:
    if draft.state == "ready":
        return READY
    return FINDINGS if draft.open_findings or "\nfile-not-clean\n" in draft.blocker_codes else INCOMPLETE
