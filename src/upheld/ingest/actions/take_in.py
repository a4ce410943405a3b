"""Carries the plan of one batch out: everything in one transaction, or nothing."""

import datetime as dt
from collections.abc import Sequence

from upheld.editorial.actions.gate import Correction, correct_published, describe_published, take_in_published
from upheld.ingest.actions.draft import draft_all, preview_drafts
from upheld.ingest.candidate import Candidate
from upheld.ingest.options import Options
from upheld.ingest.plan import CORRECT, DESCRIBE, DRAFT, HOLD, PUBLISH, Seen, Step, plan
from upheld.ingest.queries.correction import correction_of
from upheld.ingest.queries.facts import Weighed, weigh
from upheld.journal.actions.append import writing
from upheld.register.content import prepare
from upheld.register.differences import Difference, compare_contents, said_in
from upheld.register.queries.record import get_records
from upheld.register.records import DecisionRecord
from upheld.scheme import Scheme, get_scheme

Candidates = Sequence[tuple[Candidate, Seen | None]]


def preview_batch(
    batch: Candidates, options: Options, *, by: str, at: dt.datetime, most: int
) -> list[tuple[Step, Difference | None]]:
    """What would become of each candidate; of the first `most` that would be corrected also what changes."""
    scheme = get_scheme()
    planned = [(one, plan(one.incoming, one.facts)) for one in weigh(batch, options, scheme, at)]
    shown = [(one, step) for one, step in planned if step.changed and step.result in {CORRECT, DRAFT}][:most]
    ids = [one.facts.owner.decision_id for one, _ in shown if one.facts.owner]
    present = get_records(ids) if ids else {}
    found = {id(one): _difference(correction_of(one, step, present, scheme), present, scheme) for one, step in shown}
    steps = preview_drafts(planned, by=by, at=at)
    return [(step, found.get(id(one))) for (one, _), step in zip(planned, steps, strict=True)]


def _difference(correction: Correction, present: dict[int, DecisionRecord], scheme: Scheme) -> Difference:
    old, new = present[correction.decision_id], correction.record
    return compare_contents(said_in(prepare(old, scheme)), said_in(prepare(new, scheme)))


def take_in(batch: Candidates, options: Options, *, by: str, at: dt.datetime, run: int | None = None) -> list[Step]:
    """Takes the candidates in as planned: into the register, or to the desk. Gives what became of each."""
    scheme = get_scheme()
    with writing():
        planned = [(one, plan(one.incoming, one.facts)) for one in weigh(batch, options, scheme, at)]
        new = [one.candidate.content for one, step in planned if step.result in {PUBLISH, HOLD}]
        take_in_published(new, by=by, at=at, already_public=options.already_public)
        changes = [(one, step) for one, step in planned if step.result in {CORRECT, DESCRIBE}]
        _change(changes, options, scheme, by=by, at=at)
        return draft_all(planned, by=by, at=at, run=run)


def _change(
    changes: Sequence[tuple[Weighed, Step]], options: Options, scheme: Scheme, *, by: str, at: dt.datetime
) -> None:
    ids = [one.facts.owner.decision_id for one, _ in changes if one.facts.owner]
    present = get_records(ids) if ids else {}
    made = [(step, correction_of(one, step, present, scheme)) for one, step in changes]
    corrections = [correction for step, correction in made if step.result == CORRECT]
    correct_published(corrections, by=by, at=at, already_public=options.already_public)
    described = [correction for step, correction in made if step.result == DESCRIBE]
    describe_published(described, by=by, at=at, already_public=options.already_public)
