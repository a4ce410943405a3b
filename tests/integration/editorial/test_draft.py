"""A draft on its way into the register: what each step does, and what it enters."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection

from tests.build import draft as build
from tests.build.decision import NOON
from tests.build.draft import CHECKER, CHIEF, PERSONAL, WRITER
from tests.build.draft_state import LATER, answered, codes, entries, everything, finding, view
from tests.build.scheme import OFFICIAL
from upheld.editorial.actions.answer_finding import (
    AnswerError,
    accept_file,
    accept_reading,
    confirm_necessary,
    take_back_answer,
)
from upheld.editorial.actions.approve import approve
from upheld.editorial.actions.delete_draft import delete_draft
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.actions.hold_draft import hold_draft, release_draft
from upheld.editorial.actions.never import agree_never, propose_never, refuse_never
from upheld.editorial.actions.schedule import schedule
from upheld.editorial.actions.send import return_draft, send_for_check
from upheld.editorial.actions.start_draft import start_draft
from upheld.editorial.models import Draft, DraftNote, DraftRevision, FindingAnswer
from upheld.editorial.records import DraftRecord
from upheld.editorial.rules import (
    NeverError,
    NotYoursError,
)
from upheld.journal.models import Entry
from upheld.register.queries.record import get_record

pytestmark = pytest.mark.django_db


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
