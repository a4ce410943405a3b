"""A draft on its way into the register: what each step does, what it enters, and that a refusal leaves no trace."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tests.build import draft as build
from tests.build.decision import NOON, published
from tests.build.draft import CHECKER, CHIEF, CLEAN, PERSONAL, WRITER
from tests.build.scheme import OFFICIAL
from upheld.editorial.actions.answer_finding import (
    AnswerError,
    NoSuchFindingError,
    accept_file,
    accept_reading,
    answer_finding,
    confirm_necessary,
    take_back_answer,
)
from upheld.editorial.actions.approve import approve, approve_clean, preview_batch
from upheld.editorial.actions.delete_draft import delete_draft
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.actions.hold_draft import hold_draft, release_draft
from upheld.editorial.actions.never import agree_never, propose_never, refuse_never
from upheld.editorial.actions.replace_words import WordsNotFoundError, preview_replacement, replace_words
from upheld.editorial.actions.schedule import schedule
from upheld.editorial.actions.send import ReturnError, make_ready, return_draft, send_for_check
from upheld.editorial.actions.start_draft import SourceError, start_draft
from upheld.editorial.actions.take_up import take_up_version
from upheld.editorial.models import Draft, DraftNote, DraftRevision, FindingAnswer, KnownWord
from upheld.editorial.queries.draft import DraftView, get_draft, get_text
from upheld.editorial.records import DraftRecord
from upheld.editorial.rules import (
    DuplicateDraftError,
    NeverError,
    NoSuchDraftError,
    NotPossibleError,
    NotPublishableError,
    NotYoursError,
    OvertakenError,
)
from upheld.journal.models import Entry
from upheld.journal.queries.entry import get_head
from upheld.lib.text import UncleanTextError
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.move_state import ReasonError
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision, Version
from upheld.register.queries.record import get_record
from upheld.register.redaction import WordsError

pytestmark = pytest.mark.django_db
LATER = NOON + dt.timedelta(hours=1)


def view(one: Draft) -> DraftView:
    return get_draft(one.uid, at=LATER)


def codes(one: Draft) -> set[str]:
    return {blocker.code for blocker in view(one).blockers}


def entries(one: Draft | int) -> list[str]:
    pk = one if isinstance(one, int) else one.pk
    return list(Entry.objects.filter(subject="draft", subject_id=pk).order_by("number").values_list("kind", flat=True))


def finding(one: Draft, kind: str) -> str:
    return next(found.finding.fingerprint for found in view(one).findings if found.finding.kind == kind)


def everything() -> tuple[object, ...]:
    """All that an action could change."""
    models: tuple[Any, ...] = (Draft, DraftRevision, DraftNote, FindingAnswer, KnownWord, Decision, Version)
    return (get_head(), *(list(model.objects.order_by("pk").values()) for model in models))


def answered(one: Draft, kind: str, answer: str = "not-personal", reason: str = "", by: str = WRITER) -> Draft:
    return answer_finding(one.uid, one.revision, finding(one, kind), answer, reason, by=by, at=LATER)


# The way


def test_a_draft_goes_from_first_text_to_the_register() -> None:
    one = build.draft()
    assert (one.state, one.revision, one.organisation) == ("draft", 1, "Alderford Borough Council")
    sent = send_for_check(one.uid, 1, by=WRITER, at=LATER)
    assert sent.state == "ready"
    decision = approve(one.uid, 1, by=CHECKER, at=LATER)
    assert (decision.state, decision.reference) == ("published", "21 000 001")
    assert entries(one) == ["draft.started", "draft.sent", "draft.ready", "draft.approved"]
    assert view(one).record is None
    assert view(one).state == "taken"
    assert view(one).draft.decision == decision


def test_what_is_approved_is_what_was_checked_word_for_word() -> None:
    one = build.ready(related=["21 000 078"], category="Planning", subcategory="Enforcement")
    kept = view(one).record
    assert kept
    decision = approve(one.uid, 1, by=CHECKER, at=LATER)
    record = get_record(decision.pk)
    for name in ("summary", "sections", "related", "decided_on", "category", "subcategory"):
        assert getattr(record, name) == getattr(kept, name)


def test_the_text_of_a_draft_is_deleted_when_the_register_has_it() -> None:
    one = build.checking()
    return_draft(one.uid, 1, note="Is Tobias Quill named?", by=CHECKER, at=LATER)
    send_for_check(one.uid, 1, by=WRITER, at=LATER)
    answered(one, "name", "necessary", "He wrote the code")
    confirm_necessary(one.uid, 1, finding(one, "name"), by=CHECKER, at=LATER)
    answered(one, "phone")
    approve(one.uid, 1, by=CHECKER, at=LATER)
    with connection.cursor() as cursor:
        for model in (Draft, DraftRevision, DraftNote, FindingAnswer):
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")  # noqa: S608 - a name of ours
            assert "Quill" not in repr(cursor.fetchall())


def test_in_an_official_register_what_is_approved_waits_for_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)
    one = build.ready(decided_on=dt.date(2026, 2, 20))
    assert codes(one) == {"embargo"}
    decision = approve(one.uid, 1, by=CHECKER, at=LATER)
    assert (decision.state, decision.held_until) == ("embargoed", dt.date(2026, 4, 3))


@pytest.mark.parametrize(("chosen", "comes_out"), [(dt.date(2026, 3, 10), 3), (dt.date(2026, 5, 1), 5)])
def test_the_later_of_embargo_and_chosen_day_counts(
    monkeypatch: pytest.MonkeyPatch, chosen: dt.date, comes_out: int
) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)
    one = build.ready(decided_on=dt.date(2026, 2, 15))
    decision = approve(one.uid, 1, by=CHECKER, at=LATER, not_before=chosen)
    assert decision.held_until
    assert decision.held_until.month == comes_out


def test_a_day_can_be_chosen_where_no_embargo_binds() -> None:
    one = build.ready()
    schedule(one.uid, dt.date(2026, 3, 20), by=WRITER, at=LATER)
    assert codes(one) == {"embargo"}
    decision = approve(one.uid, 1, by=CHECKER, at=LATER)
    assert (decision.state, decision.held_until) == ("embargoed", dt.date(2026, 3, 20))


def test_a_draft_with_findings_waits_until_each_is_answered() -> None:
    one = build.checking()
    assert (one.state, one.open_findings) == ("checking", 2)
    assert answered(one, "name").state == "checking"
    last = answered(one, "phone")
    assert (last.state, last.open_findings, last.answered) == ("ready", 0, 2)
    assert entries(one)[-3:] == ["draft.finding-answered", "draft.finding-answered", "draft.ready"]


def test_who_approves_sees_what_was_called_not_personal() -> None:
    one = build.checking()
    answered(one, "name")
    shown = next(found for found in view(one).findings if found.finding.kind == "name")
    assert (shown.answer, shown.by, shown.is_open) == ("not-personal", WRITER, False)


def test_not_personal_is_remembered_for_the_whole_register() -> None:
    answered(build.checking(), "name")
    other = build.checking("21 000 002")
    assert [found.finding.kind for found in view(other).findings] == ["phone"]


def test_necessary_needs_a_reason_and_a_second_person() -> None:
    one = build.checking(summary="Mrs B wrote to Tobias Quill about the papers.")
    with pytest.raises(AnswerError, match="law asks"):
        answered(one, "name", "necessary", "  ")
    assert answered(one, "name", "necessary", "He wrote the code that the law names").state == "checking"
    assert codes(one) == {"unconfirmed"}
    with pytest.raises(NotYoursError, match="somebody else"):
        confirm_necessary(one.uid, 1, finding(one, "name"), by=WRITER.upper(), at=LATER)
    confirmed = confirm_necessary(one.uid, 1, finding(one, "name"), by=CHECKER, at=LATER)
    assert confirmed.state == "ready"
    approve(one.uid, 1, by=CHECKER, at=LATER)


def test_an_answer_can_be_taken_back() -> None:
    one = build.checking(summary="Mrs B wrote to Tobias Quill about the papers.")
    answered(one, "name", "necessary", "He wrote the code")
    take_back_answer(one.uid, 1, finding(one, "name"), by=WRITER, at=LATER)
    assert codes(one) == {"open-findings"}


def test_who_answers_a_finding_cannot_approve() -> None:
    one = build.checking(summary="Mrs B wrote to Tobias Quill about the papers.")
    answered(one, "name", by=CHECKER)
    with pytest.raises(NotYoursError):
        approve(one.uid, 1, by=CHECKER, at=LATER)
    approve(one.uid, 1, by=CHIEF, at=LATER)


def test_an_answer_to_words_that_moved_still_stands() -> None:
    said = "After some weeks had gone by Mrs B wrote to Tobias Quill about the papers that she had sent him."
    one = build.checking(summary=said)
    answered(one, "name", "necessary", "He wrote the code")
    confirm_necessary(one.uid, 1, finding(one, "name"), by=CHECKER, at=LATER)
    other = build.edited(one, summary=f"It took long. {said} She waited.")
    assert other.state == "ready"


def test_the_file_has_to_be_seen_and_is_not_kept() -> None:
    outside = {"file name": "Decision Tobias Quill.docx"}
    one = start_draft(build.text(), by=WRITER, at=NOON, source="file", outside=outside)
    send_for_check(one.uid, 1, by=WRITER, at=LATER)
    assert codes(one) == {"file-not-clean"}
    with pytest.raises(AnswerError, match="accept the file"):
        answered(one, "name")
    assert accept_file(one.uid, 1, by=WRITER, at=LATER).state == "ready"
    approve(one.uid, 1, by=CHECKER, at=LATER)
    assert Draft.objects.get().outside == {}


def test_a_reading_in_doubt_has_to_be_accepted() -> None:
    one = start_draft(build.text(), by=WRITER, at=NOON, source="file", doubts=["paragraph 3 has no number"])
    send_for_check(one.uid, 1, by=WRITER, at=LATER)
    assert codes(one) == {"not-read-cleanly"}
    assert accept_reading(one.uid, 1, by=WRITER, at=LATER).state == "ready"


def test_editing_what_is_ready_checks_it_again_and_makes_the_editor_a_preparer() -> None:
    one = build.ready()
    changed = build.edited(one, by=CHECKER, summary=PERSONAL)
    assert (changed.state, changed.revision) == ("checking", 2)
    clean = build.edited(changed, by=CHECKER, summary="Mrs B lost her papers. The Council was at fault.")
    assert (clean.state, clean.people) == ("ready", (WRITER, CHECKER))
    with pytest.raises(NotYoursError, match="somebody else has to approve"):
        approve(one.uid, 3, by=CHECKER, at=LATER)
    approve(one.uid, 3, by=CHIEF, at=LATER)


def test_the_same_text_again_is_no_edit() -> None:
    one = build.draft()
    before = everything()
    edit_draft(one.uid, 1, build.text(), by=CHECKER, at=LATER)
    assert everything() == before


def test_a_draft_comes_back_with_reasons() -> None:
    one = build.ready()
    returned = return_draft(one.uid, 1, ["summary"], "Say what was found.", by=CHECKER, at=LATER)
    assert returned.state == "returned"
    [note] = view(one).notes
    assert (note.reasons, note.text, note.by) == (
        ("The summary is missing, or does not say what was decided",),
        "Say what was found.",
        CHECKER,
    )
    assert Entry.objects.filter(kind="draft.returned").get().reason == "summary"
    assert build.edited(returned, summary="The Council lost papers.").state == "draft"


def test_a_draft_may_lack_what_a_decision_must_have() -> None:
    nothing = DraftRecord(outcome=None, organisations=(), decided_on=None)
    one = start_draft(nothing, by=WRITER, at=NOON, source="form")
    assert codes(one) == {
        "no-reference", "no-document-type", "no-category", "no-outcome", "no-decision-date", "no-summary",
        "no-organisation", "no-text",
    }  # fmt: skip
    another = start_draft(
        DraftRecord(outcome=None, organisations=(), decided_on=None), by=WRITER, at=NOON, source="form"
    )
    assert another.pk != one.pk


# Held, and never


@pytest.mark.parametrize("make", [build.draft, build.checking, build.ready])
def test_a_held_draft_goes_back_where_it_was(make: Callable[[], Draft]) -> None:
    one = make()
    hold_draft(one.uid, "identity", by=CHECKER, at=LATER)
    assert view(one).state == "held"
    assert {move.move.slug for move in view(one).moves(CHIEF) if not move.blocker} == {"release", "propose-never"}
    assert release_draft(one.uid, by=CHECKER, at=LATER).state == one.state
    assert Entry.objects.get(kind="draft.held").reason == "identity"


def test_never_to_be_published_takes_two_people_and_deletes_the_text() -> None:
    one = build.checking()
    propose_never(one.uid, "sole-trader", by=WRITER, at=LATER)
    assert "never-proposed" in codes(one)
    with pytest.raises(NotYoursError):
        agree_never(one.uid, by=WRITER, at=LATER)
    done = agree_never(one.uid, by=CHIEF, at=LATER)
    assert (done.state, done.never_reason, done.reference) == ("never", "sole-trader", "21 000 001")
    assert (done.title, DraftRevision.objects.count()) == ("", 0)
    assert entries(one)[-2:] == ["draft.never-proposed", "draft.never"]


def test_what_is_never_to_be_published_is_not_taken_in_again() -> None:
    one = build.draft(also_known_as=["21 000 077"])
    propose_never(one.uid, "no-consent", by=WRITER, at=LATER)
    agree_never(one.uid, by=CHIEF, at=LATER)
    before = everything()
    for reference in ("21 000 001", "21000001", "21 000 077"):
        with pytest.raises(NeverError, match="never to be published: there is no valid consent"):
            build.draft(reference)
    other = build.draft("21 000 002")
    with pytest.raises(NeverError):
        build.edited(other, reference="21 000 001")
    delete_draft(other.uid, 1, by=WRITER, at=LATER)
    assert everything()[1:] == before[1:]


def test_words_where_a_reference_belongs_go_with_the_text() -> None:
    one = build.draft("The Quill case", document_type="Quill note", outcome="Quill won")
    propose_never(one.uid, "premature", by=WRITER, at=LATER)
    done = agree_never(one.uid, by=CHIEF, at=LATER)
    assert "Quill" not in repr(Draft.objects.filter(pk=done.pk).values())


def test_a_proposal_can_be_refused() -> None:
    one = build.ready()
    assert propose_never(one.uid, "premature", by=WRITER, at=LATER).state == "checking"
    assert refuse_never(one.uid, by=CHIEF, at=LATER).state == "ready"


def test_only_who_began_a_draft_deletes_it() -> None:
    one = build.draft()
    with pytest.raises(NotYoursError):
        delete_draft(one.uid, 1, by=CHECKER, at=LATER)
    pk = one.pk
    delete_draft(one.uid, 1, by=WRITER, at=LATER)
    assert not Draft.objects.exists()
    assert entries(pk) == ["draft.started", "draft.deleted"]


# Two documents for one case


def test_a_newer_document_takes_the_place_of_one_nobody_has_touched() -> None:
    one = start_draft(build.text(), by=WRITER, at=NOON, source="import", run=1)
    assert one.state == "ready"
    newer = start_draft(build.text(summary="The Council lost papers."), by=WRITER, at=LATER, source="import", run=2)
    assert (newer.pk, newer.revision, newer.run, newer.state) == (one.pk, 2, 2, "ready")
    assert get_text(one.uid, 1).summary == CLEAN
    assert [note.kind for note in view(one).notes] == ["replaced"]
    assert entries(one) == ["draft.started", "draft.sent", "draft.ready", "draft.replaced", "draft.ready"]


@pytest.mark.parametrize("source", ["import", "paste"])
def test_a_document_of_a_case_somebody_works_on_is_refused(source: str) -> None:
    one = build.edited(start_draft(build.text(), by=WRITER, at=NOON, source="import"), summary="Shorter.")
    before = everything()
    with pytest.raises(DuplicateDraftError, match="being worked on") as refused:
        start_draft(build.text(summary="Newer."), by=WRITER, at=LATER, source=source)
    assert refused.value.uid == one.uid
    assert everything() == before


def test_a_document_that_came_another_way_is_refused() -> None:
    start_draft(build.text(), by=WRITER, at=NOON, source="import")
    with pytest.raises(DuplicateDraftError):
        start_draft(build.text(), by=WRITER, at=LATER, source="form")


def test_cases_are_the_same_by_any_of_their_references() -> None:
    build.draft(also_known_as=["21 000 077"])
    with pytest.raises(DuplicateDraftError):
        build.draft("21-000-077")
    other = build.draft("21 000 002")
    with pytest.raises(DuplicateDraftError):
        build.edited(other, also_known_as=["21 000 077"])


def test_a_document_of_two_cases_that_wait_takes_the_place_of_neither() -> None:
    for reference in ("21 000 001", "21 000 002"):
        start_draft(build.text(reference), by=WRITER, at=NOON, source="import")
    before = everything()
    with pytest.raises(DuplicateDraftError):
        start_draft(build.text(also_known_as=["21 000 002"]), by=WRITER, at=LATER, source="import")
    assert everything() == before


def test_a_reference_of_the_register_and_the_same_text_keep_a_draft_back() -> None:
    published()
    assert "duplicate-reference" in codes(build.draft())
    same = build.text("21 000 005")
    start_draft(same, by=WRITER, at=NOON, source="form")
    twin = start_draft(same.model_copy(update={"reference": "21 000 006"}), by=WRITER, at=NOON, source="form")
    assert codes(twin) == {"same-text"}
    assert "the draft of 21 000 005" in str(view(twin).blockers[0])


def test_the_same_text_as_a_decision_keeps_a_draft_back() -> None:
    one = build.ready("21 000 005")
    text = view(one).record
    assert text
    approve(one.uid, 1, by=CHECKER, at=LATER)
    twin = start_draft(text.model_copy(update={"reference": "21 000 006"}), by=WRITER, at=NOON, source="form")
    assert [str(one) for one in view(twin).blockers] == ["It says word for word what 21 000 005 says"]
    assert approve(build.ready("21 000 007").uid, 1, by=CHECKER, at=LATER)  # an equal summary alone is common


# Corrections


def test_a_correction_becomes_the_next_version() -> None:
    decision = published()
    one = build.correction(decision)
    assert one.state == "ready"
    corrected = approve(one.uid, 1, by=CHECKER, at=LATER)
    assert (corrected.pk, corrected.version_number, corrected.state) == (decision.pk, 2, "published")
    assert corrected.version.summary == "Mrs B complained that the Council lost her letters."


def test_a_correction_does_not_overwrite_what_came_between() -> None:
    decision = published()
    one = build.correction(decision)
    correct([Correction(decision.pk, 1, build.text(summary="Somebody was quicker."))], by=CHIEF, at=LATER)
    with pytest.raises(NotPublishableError, match="changed after this correction was begun"):
        approve(one.uid, 1, by=CHECKER, at=LATER)
    with pytest.raises(NotPossibleError, match="another version"):
        take_up_version(one.uid, 1, 1, build.text(summary="Both."), by=WRITER, at=LATER)
    taken = take_up_version(one.uid, 1, 2, build.text(summary="Both."), by=WRITER, at=LATER)
    assert taken.state == "ready"
    assert approve(one.uid, 2, by=CHECKER, at=LATER).version_number == 3


def test_a_correction_that_changes_nothing_or_of_what_is_withdrawn_is_kept_back() -> None:
    decision = published()
    record = get_record(decision.pk)
    one = start_draft(record, by=WRITER, at=NOON, source="form", decision=decision)
    assert "unchanged" in codes(one)
    withdraw([decision.pk], by=CHIEF, at=LATER)
    assert "not-correctable" in codes(one)
    with pytest.raises(NotPossibleError, match="withdrawn"):
        start_draft(build.text(), by=WRITER, at=LATER, source="form", decision=Decision.objects.get())


# Replacing words


def test_words_are_replaced_through_the_whole_document_and_shown_first() -> None:
    table = {"rows": [("Who", "What"), ("T. Quill", "met Tobias  Quill")], "header": True}
    blocks = [
        {"number": 1, "text": "TOBIAS QUILL came.", "items": ["Tobias Quill’s note"]},
        {"number": 2, "text": "Seen:", "table": table},
    ]
    sections = [{"heading": "About Tobias Quill", "blocks": blocks}]
    one = build.draft(summary="Tobias Quill was there.", sections=sections)
    plan = preview_replacement(one.uid, "Tobias Quill", "Mr X")
    assert [place.where for place in plan.places][:3] == ["summary", "section 1 heading", "p1"]
    assert (plan.places[0].before, plan.places[0].after) == ("", " was there.")
    changed = replace_words(one.uid, 1, "Tobias Quill", "Mr X", by=WRITER, at=LATER)
    kept = view(changed).record
    assert kept
    assert "Tobias" not in kept.line()
    assert kept.summary == "Mr X was there."
    assert len(plan.places) == 5


@pytest.mark.parametrize(
    ("words", "instead", "error"),
    [("Nobody Here", "Mr X", WordsNotFoundError), ("Tobias", "Tobias Q", WordsError), ("x", "Mr X", WordsError)],
)
def test_a_replacement_that_cannot_be_is_refused(words: str, instead: str, error: type[Exception]) -> None:
    one = build.checking()
    before = everything()
    with pytest.raises(error):
        replace_words(one.uid, 1, words, instead, by=WRITER, at=LATER)
    assert everything() == before


# In batches


def test_clean_drafts_are_approved_together_and_the_others_named() -> None:
    clean = [build.ready(f"21 000 01{n}") for n in range(3)]
    answered_one = answered(build.checking("21 000 020", summary="Mrs B wrote to Tobias Quill about papers."), "name")
    mine = build.ready("21 000 021", by=CHECKER)
    open_one = build.checking("21 000 022")
    uids = [one.uid for one in (*clean, answered_one, mine, open_one)] + ["nobody"]
    looked = preview_batch(uids, by=CHECKER, at=LATER)
    results = approve_clean(uids, by=CHECKER, at=LATER)
    assert [bool(one.why_not) for one in looked] == [bool(one.why_not) for one in results]
    assert [one.decision.reference for one in results if one.decision] == ["21 000 010", "21 000 011", "21 000 012"]
    assert [one.code for one in results[3:]] == ["not-clean", "NotYoursError", "approve-checking", "NoSuchDraftError"]
    assert Decision.objects.filter(state="published").count() == 3


def test_a_batch_leaves_what_was_changed_since_it_was_looked_through() -> None:
    same, changed = build.ready("21 000 010"), build.ready("21 000 011")
    seen = {one.uid: one.revision for one in (same, changed)}
    build.edited(changed, by=CHIEF, summary="Somebody wrote another summary.")
    results = approve_clean(seen, by=CHECKER, at=LATER, revisions=seen)
    assert [bool(one.decision) for one in results] == [True, False]
    assert results[1].code == "OvertakenError"


# Refusals


def _approve(one: Draft, revision: int) -> object:
    return approve(one.uid, revision, by=CHECKER, at=LATER)


def _edit(one: Draft, revision: int) -> object:
    return edit_draft(one.uid, revision, build.text(summary="Other."), by=WRITER, at=LATER)


def _replace(one: Draft, revision: int) -> object:
    return replace_words(one.uid, revision, "Council", "Body", by=WRITER, at=LATER)


def _return(one: Draft, revision: int) -> object:
    return return_draft(one.uid, revision, ["facts"], by=CHECKER, at=LATER)


WITH_REVISION = {
    "approve": _approve,
    "edit": _edit,
    "replace": _replace,
    "return": _return,
    "send": lambda one, revision: send_for_check(one.uid, revision, by=WRITER, at=LATER),
    "ready": lambda one, revision: make_ready(one.uid, revision, by=WRITER, at=LATER),
    "answer": lambda one, revision: answer_finding(one.uid, revision, "x", "not-personal", by=WRITER, at=LATER),
    "confirm": lambda one, revision: confirm_necessary(one.uid, revision, "x", by=CHECKER, at=LATER),
    "file": lambda one, revision: accept_file(one.uid, revision, by=WRITER, at=LATER),
    "reading": lambda one, revision: accept_reading(one.uid, revision, by=WRITER, at=LATER),
    "take up": lambda one, revision: take_up_version(one.uid, revision, 1, build.text(), by=WRITER, at=LATER),
    "delete": lambda one, revision: delete_draft(one.uid, revision, by=WRITER, at=LATER),
}
AT_ONCE = {
    "hold": lambda one: hold_draft(one.uid, by=CHECKER, at=LATER),
    "release": lambda one: release_draft(one.uid, by=CHECKER, at=LATER),
    "schedule": lambda one: schedule(one.uid, dt.date(2026, 4, 1), by=WRITER, at=LATER),
    "propose never": lambda one: propose_never(one.uid, "premature", by=WRITER, at=LATER),
    "refuse never": lambda one: refuse_never(one.uid, by=CHIEF, at=LATER),
    "agree never": lambda one: agree_never(one.uid, by=CHIEF, at=LATER),
}


def test_who_was_overtaken_is_told_and_nothing_is_done() -> None:
    one = build.draft()
    build.edited(one, by=CHIEF, summary="Somebody was quicker.")
    before = everything()
    for name, action in WITH_REVISION.items():
        with pytest.raises(OvertakenError, match=f"{CHIEF} changed this draft") as overtaken:
            action(one, 1)
        assert (overtaken.value.present, overtaken.value.changed_by) == (2, CHIEF), name
        assert everything() == before, name
    assert get_text(one.uid, 1) != get_text(one.uid, 2)


@pytest.mark.parametrize("state", ["taken", "never"])
def test_what_is_done_with_is_left_alone(state: str) -> None:
    one = build.ready()
    if state == "taken":
        approve(one.uid, 1, by=CHECKER, at=LATER)
    else:
        propose_never(one.uid, "premature", by=WRITER, at=LATER)
        agree_never(one.uid, by=CHIEF, at=LATER)
    before = everything()
    for name in (*WITH_REVISION, *AT_ONCE):
        with pytest.raises(NotPossibleError):
            WITH_REVISION[name](one, 1) if name in WITH_REVISION else AT_ONCE[name](one)
        assert everything() == before, name


def test_what_is_not_there_is_told() -> None:
    nobody = Draft(uid="nobody")
    for name in (*WITH_REVISION, *AT_ONCE):
        with pytest.raises(NoSuchDraftError):
            WITH_REVISION[name](nobody, 1) if name in WITH_REVISION else AT_ONCE[name](nobody)


REFUSED: list[tuple[Callable[[Draft], object], type[Exception]]] = [
    (lambda one: approve(one.uid, 1, by=CHECKER, at=LATER), NotPossibleError),
    (lambda one: make_ready(one.uid, 1, by=CHECKER, at=LATER), NotPublishableError),
    (lambda one: return_draft(one.uid, 1, by=CHECKER, at=LATER), ReturnError),
    (lambda one: return_draft(one.uid, 1, ["nonsense"], by=CHECKER, at=LATER), ReturnError),
    (lambda one: return_draft(one.uid, 1, note="x" * 5_000, by=CHECKER, at=LATER), ReturnError),
    (lambda one: propose_never(one.uid, "nonsense", by=CHECKER, at=LATER), ReasonError),
    (lambda one: hold_draft(one.uid, "nonsense", by=CHECKER, at=LATER), ReasonError),
    (lambda one: release_draft(one.uid, by=CHECKER, at=LATER), NotPossibleError),
    (lambda one: agree_never(one.uid, by=CHECKER, at=LATER), NotPossibleError),
    (lambda one: answer_finding(one.uid, 1, "x", "maybe", by=WRITER, at=LATER), AnswerError),
    (lambda one: answer_finding(one.uid, 1, "x", "not-personal", by=WRITER, at=LATER), NoSuchFindingError),
    (lambda one: confirm_necessary(one.uid, 1, "x", by=WRITER, at=LATER), NoSuchFindingError),
    (lambda one: edit_draft(one.uid, 1, build.text(summary="a\x07"), by=WRITER, at=LATER), UncleanTextError),
    (lambda one: delete_draft(one.uid, 1, by=WRITER, at=LATER), NotPossibleError),
    (lambda one: start_draft(build.text("9"), by=WRITER, at=LATER, source="pigeon"), SourceError),
    (lambda one: get_text(one.uid, 9), NoSuchDraftError),
]


def test_a_refusal_leaves_no_trace() -> None:
    one = build.checking()
    before = everything()
    for number, (action, error) in enumerate(REFUSED):
        with pytest.raises(error):
            action(one)
        assert everything() == before, number


def test_the_journal_holds_no_word_of_a_draft() -> None:
    one = build.checking()
    answered(one, "name", "necessary", "Tobias Quill wrote the code")
    replace_words(one.uid, 1, "Tobias Quill", "Mr Quaver", by=WRITER, at=LATER)
    return_draft(one.uid, 2, ["identity"], "Who is Quaver?", by=CHECKER, at=LATER)
    said = repr(list(Entry.objects.values()))
    assert not any(word in said for word in ("Quill", "Quaver", "Who is", "wrote the code"))
