"""Carries the plan of one batch out: everything in one transaction, or nothing."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from upheld.ingest.candidate import Candidate
from upheld.ingest.options import Options
from upheld.ingest.plan import CORRECT, DESCRIBE, HOLD, PUBLISH, Seen, Step, plan
from upheld.ingest.queries.facts import Weighed, weigh
from upheld.journal.actions.append import writing
from upheld.journal.queries.entry import get_head
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.declare_demo import declare_demo
from upheld.register.actions.describe import describe
from upheld.register.actions.publish import publish
from upheld.register.content import prepare
from upheld.register.differences import Difference, compare_contents, said_in
from upheld.register.models.version import MAJOR, MINOR
from upheld.register.queries.record import get_records
from upheld.register.records import DecisionRecord
from upheld.scheme import Scheme, get_scheme

_MAJOR = frozenset({"document_type", "outcome", "decided_on"})
Candidates = Sequence[tuple[Candidate, Seen | None]]


def preview_batch(
    batch: Candidates, options: Options, *, at: dt.datetime, most: int
) -> list[tuple[Step, Difference | None]]:
    """What would become of each candidate; of the first `most` that would be corrected also what changes."""
    scheme = get_scheme()
    planned = [(one, plan(one.incoming, one.facts)) for one in weigh(batch, options, scheme, at)]
    shown = [(one, step) for one, step in planned if step.result == CORRECT][:most]
    ids = [one.facts.owner.decision_id for one, _ in shown if one.facts.owner]
    present = get_records(ids) if ids else {}
    found = {id(one): _difference(_correction(one, step, present, scheme), present, scheme) for one, step in shown}
    return [(step, found.get(id(one))) for one, step in planned]


def _difference(correction: Correction, present: dict[int, DecisionRecord], scheme: Scheme) -> Difference:
    old, new = present[correction.decision_id], correction.record
    return compare_contents(said_in(prepare(old, scheme)), said_in(prepare(new, scheme)))


def take_in(batch: Candidates, options: Options, *, by: str, at: dt.datetime) -> list[Step]:
    """Takes the candidates in as planned. Gives what became of each."""
    scheme = get_scheme()
    with writing():
        weighed = weigh(batch, options, scheme, at)
        planned = [(one, plan(one.incoming, one.facts)) for one in weighed]
        _publish([one for one, step in planned if step.result in {PUBLISH, HOLD}], options, by=by, at=at)
        changes = [(one, step) for one, step in planned if step.result in {CORRECT, DESCRIBE}]
        _change(changes, scheme, by=by, at=at)
    return [step for _, step in planned]


def _publish(new: Sequence[Weighed], options: Options, *, by: str, at: dt.datetime) -> None:
    contents = [one.candidate.content for one in new]
    if not contents:
        return
    if any(content.record.demo for content in contents) and get_head() == 0:
        declare_demo(by=by, at=at)
    publish(contents, by=by, at=at, by_import=True, already_public=bool(options.already_public))


def _change(changes: Sequence[tuple[Weighed, Step]], scheme: Scheme, *, by: str, at: dt.datetime) -> None:
    ids = [one.facts.owner.decision_id for one, _ in changes if one.facts.owner]
    present = get_records(ids) if ids else {}
    made = [(step, _correction(one, step, present, scheme)) for one, step in changes]
    corrections = [correction for step, correction in made if step.result == CORRECT]
    described = [correction for step, correction in made if step.result == DESCRIBE]
    if corrections:
        correct(corrections, by=by, at=at, by_import=True)
    if described:
        describe(described, by=by, at=at)


def _correction(one: Weighed, step: Step, present: dict[int, DecisionRecord], scheme: Scheme) -> Correction:
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
