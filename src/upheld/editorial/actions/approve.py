"""Takes drafts into the register: the only way by which a decision gets there in an official one."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from upheld.editorial import rules
from upheld.editorial.actions.answer_published import take_answers_along
from upheld.editorial.actions.keeping import InHand, erase_text, move_to, save, take
from upheld.editorial.models import Draft
from upheld.editorial.queries.checked import Checked, check, examine_ahead, says
from upheld.editorial.records import DraftTextError, as_decision, read_draft
from upheld.editorial.rules import (
    Blocker,
    NoSuchDraftError,
    NotPossibleError,
    NotPublishableError,
    NotYoursError,
    OvertakenError,
    second_person,
    stopping,
)
from upheld.journal.actions.append import writing
from upheld.lib.dates import date_in_zone
from upheld.register import rules as register
from upheld.register.actions.correct import Correction, NothingChangedError, correct
from upheld.register.actions.describe import describe
from upheld.register.actions.publish import publish
from upheld.register.content import ContentError
from upheld.register.models import Decision
from upheld.scheme import get_scheme

_REFUSALS = (NotPossibleError, NotYoursError, OvertakenError, NoSuchDraftError)


@dataclass(frozen=True)
class Result:
    """What became of one draft of a batch: `decision` if it is in the register now, else why not."""

    uid: str
    reference: str
    decision: Decision | None
    why_not: str = ""
    code: str = ""


def approve(
    draft_uid: str, expected_revision: int, *, by: str, at: dt.datetime, not_before: dt.date | None = None
) -> Decision:
    """Takes the draft into the register and deletes its text here. The decision comes out now, or on its day.

    Raises NotPublishableError with all that keeps it back, NotYoursError for somebody who worked on it,
    NotPossibleError, or OvertakenError when it was changed meanwhile; then nothing is done.
    """
    _examine_ahead(Draft.objects.filter(uid=draft_uid).first())
    with writing():
        held = take(draft_uid, "approve", expected_revision)
        if not_before is not None:
            held.draft.not_before = not_before
        _refuse(held, by, at)
        return _take_in(held, by=by, at=at)


def preview_batch(uids: Iterable[str], *, by: str, at: dt.datetime) -> list[Result]:
    """What `approve_clean` would do with each, without doing it: `why_not` is empty for those it would take in."""
    return [_look(uid, by, at) for uid in uids]


def approve_clean(
    uids: Iterable[str], *, by: str, at: dt.datetime, revisions: Mapping[str, int] | None = None
) -> list[Result]:
    """Approves those that never had a finding or a doubt, each by itself; the others wait to be looked at one by one.

    A draft that cannot be approved does not keep the others back: its result says why. `revisions` are those that the
    person has seen: what was changed since is not approved.
    """
    seen = revisions or {}
    return [_approve_one(uid, seen.get(uid), by=by, at=at) for uid in uids]


def _look(uid: str, by: str, at: dt.datetime) -> Result:
    draft = Draft.objects.filter(uid=uid).first()
    try:
        held = take(uid, "approve")
        _refuse_unclean(held.draft)
        _refuse(held, by, at)
    except _REFUSALS as error:
        return _refused(uid, draft, error)
    return Result(uid, held.draft.reference, None)


def _approve_one(uid: str, revision: int | None, *, by: str, at: dt.datetime) -> Result:
    draft = Draft.objects.filter(uid=uid).first()
    _examine_ahead(draft)
    try:
        with writing():
            held = take(uid, "approve", revision)
            _refuse_unclean(held.draft)
            _refuse(held, by, at)
            decision = _take_in(held, by=by, at=at)
    except _REFUSALS as error:
        return _refused(uid, draft, error)
    return Result(uid, held.draft.reference, decision)


def _examine_ahead(draft: Draft | None) -> None:
    """Before the lock is taken: nobody waits while the text is looked through. The gate asks again all the same."""
    kept = draft.revisions.filter(number=draft.revision).first() if draft and draft.state == rules.READY else None
    if draft and kept:
        examine_ahead(draft, read_draft(kept.record))


def _refused(uid: str, draft: Draft | None, error: Exception) -> Result:
    blockers = getattr(error, "blockers", ())
    code = blockers[0].code if blockers else type(error).__name__
    return Result(uid, draft.reference if draft else uid, None, str(error), code)


def _refuse_unclean(draft: Draft) -> None:
    if draft.answered or draft.open_findings or draft.doubts or draft.answers.exists():
        message = "It had findings or doubts, so look at it by itself"
        raise NotPossibleError(Blocker("not-clean", message, "findings"))


def _refuse(held: InHand, by: str, at: dt.datetime) -> None:
    checked: Checked = check(held.draft, held.record, date_in_zone(at, get_scheme().timezone))
    if blockers := stopping(checked.blockers):
        raise NotPublishableError(*blockers)
    if blocker := second_person(checked.facts, by):
        raise NotYoursError(blocker.message)


def _take_in(held: InHand, *, by: str, at: dt.datetime) -> Decision:
    draft = held.draft
    try:
        decision = _correct(held, by=by, at=at) if draft.decision else _publish(held, by=by, at=at)
    except register.RefusedError as error:
        raise NotPublishableError(*(Blocker(one.code, str(one), "state") for one in error.blockers)) from error
    except (ContentError, DraftTextError, NothingChangedError) as error:
        raise NotPublishableError(Blocker("misfit", str(error), "facts")) from error
    take_answers_along(draft, decision)
    erase_text(draft)
    move_to(held, rules.TAKEN, at)
    draft.decision, draft.approved_by, draft.changed_at = decision, by, at
    held.note("draft.approved", decision=decision.pk)
    save(held, by=by, at=at)
    return decision


def _publish(held: InHand, *, by: str, at: dt.datetime) -> Decision:
    publish([as_decision(held.record)], by=by, at=at, not_before=held.draft.not_before)
    return Decision.objects.get(reference_key=held.draft.reference_key)


def _correct(held: InHand, *, by: str, at: dt.datetime) -> Decision:
    """A new version; where nothing but what stands beside the text is new, that is filled in without one."""
    draft, decision = held.draft, Decision.objects.select_related("version").get(pk=held.draft.decision_id or 0)
    record, base = as_decision(held.record), draft.base_version or 0
    try:
        if says(held.record, decision, get_scheme()):
            beside = record.model_copy(update={"published_on": None})  # its day is moved in the calendar only
            describe([Correction(decision.pk, base, beside)], by=by, at=at)
        else:
            correct([Correction(decision.pk, base, record, draft.change, draft.reason)], by=by, at=at)
    except register.OvertakenError as error:
        raise OvertakenError(draft.uid, draft.revision, "Somebody") from error
    return Decision.objects.get(reference_key=draft.reference_key)
