"""Drafts beside others and beside decisions: two for one case, corrections, and several at once."""

import pytest

from tests.build import draft as build
from tests.build.decision import NOON, published
from tests.build.draft import CHECKER, CHIEF, CLEAN, WRITER
from tests.build.draft_state import LATER, answered, codes, entries, everything, view
from upheld.editorial.actions.approve import approve, approve_clean, preview_batch
from upheld.editorial.actions.replace_words import WordsNotFoundError, preview_replacement, replace_words
from upheld.editorial.actions.start_draft import start_draft
from upheld.editorial.actions.take_up import take_up_version
from upheld.editorial.queries.draft import get_text
from upheld.editorial.rules import (
    DuplicateDraftError,
    NotPossibleError,
    NotPublishableError,
)
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision
from upheld.register.queries.record import get_record
from upheld.register.redaction import WordsError

pytestmark = pytest.mark.django_db


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
