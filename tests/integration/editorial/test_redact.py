"""Redaction takes the words out of all that the desk keeps, and tells without them."""

import json
from typing import Any

import pytest

from tests.build.decision import NOON, published, record
from upheld.editorial.actions.redact import plan_redaction, redact
from upheld.editorial.actions.report_recognition import report_recognition
from upheld.editorial.actions.start_draft import FORM, start_draft
from upheld.editorial.models import (
    Draft,
    DraftNote,
    DraftRevision,
    FindingAnswer,
    KnownWord,
    Notice,
    Outgoing,
    RecognitionReport,
    SavedView,
    SeenWord,
)
from upheld.editorial.queries.knowledge import seen_key
from upheld.editorial.seen import number_of
from upheld.journal.models import Entry
from upheld.register.models import Decision, Version
from upheld.register.redaction import WordsNotFoundError

pytestmark = pytest.mark.django_db

NAME = "Quillfeather"
TABLES = (
    Draft, DraftNote, DraftRevision, FindingAnswer, KnownWord, Notice, Outgoing, RecognitionReport, SavedView, Version,
    Decision, Entry,
)  # fmt: skip


def everything() -> str:
    return str([row for table in TABLES for row in table.objects.values()]).lower()


def correction(decision: Decision, **values: Any) -> Draft:
    said = record(**({"summary": f"Mrs {NAME} complained of late papers."} | values))
    return start_draft(said, by="ada", at=NOON, source=FORM, decision=decision, outside={"file name": f"{NAME}.docx"})


def keep_words_everywhere(decision: Decision) -> None:
    draft = correction(decision)
    DraftNote.objects.create(draft=draft, kind="returned", text=f"Look at {NAME}", by="ada", at=NOON)
    FindingAnswer.objects.create(
        decision=decision, fingerprint="x", kind="name", answer="necessary", reason=f"{NAME} is an officer",
        by="ada", at=NOON,
    )  # fmt: skip
    KnownWord.objects.create(words=NAME.lower(), kind="name", by="ada", at=NOON)
    SeenWord.objects.create(hash=number_of(NAME.lower(), seen_key()), decisions=3)
    SavedView.objects.create(owner="ada", name="mine", query=f"q={NAME}")
    report_recognition(decision.pk, "known", f"I know Mrs {NAME}", f"{NAME}@example.org", by="a reader", at=NOON)


def test_the_words_go_from_all_that_is_kept() -> None:
    decision = published(summary=f"Mrs {NAME} complained.")
    keep_words_everywhere(decision)
    assert everything().count(NAME.lower()) > 8
    plan = redact(decision.pk, [NAME], "B", by="ada", at=NOON)
    assert set(plan.kept) == {"drafts", "revisions", "notes", "answers", "reports", "views", "words"}
    assert NAME.lower() not in everything()
    assert not SeenWord.objects.exists()
    assert not SavedView.objects.exists()
    assert RecognitionReport.objects.get().text == "I know Mrs B"


def test_whoever_has_the_draft_open_is_overtaken() -> None:
    decision = published(summary=f"Mrs {NAME} complained.")
    draft = correction(decision)
    redact(decision.pk, [NAME], "B", by="bea", at=NOON)
    fresh = Draft.objects.get()
    assert fresh.revision == draft.revision + 1
    [last] = DraftRevision.objects.filter(draft=draft, number=fresh.revision)
    assert json.loads(last.record)["summary"] == "Mrs B complained of late papers."
    assert (last.by, fresh.title) == ("bea", "Mrs B complained of late papers.")


def test_words_that_only_the_desk_holds_can_be_erased_too() -> None:
    decision = published()
    report_recognition(decision.pk, "known", f"It is Mrs {NAME}", "", by="a reader", at=NOON)
    plan = redact(decision.pk, [NAME], "B", by="ada", at=NOON)
    assert plan.decision is None
    assert NAME.lower() not in everything()
    assert Entry.objects.order_by("-number")[0].kind == "decision.redacted"
    assert Decision.objects.get().version_number == 1


def test_words_that_nothing_holds_are_refused_without_a_trace() -> None:
    decision = published()
    before = everything()
    with pytest.raises(WordsNotFoundError):
        redact(decision.pk, [NAME], "B", by="ada", at=NOON)
    assert everything() == before


def test_others_with_the_same_words_are_named_and_left() -> None:
    decision = published(summary=f"Mrs {NAME} complained.")
    other = published("21 000 002", summary=f"Again {NAME}.")
    text = record("21 000 003", summary=f"{NAME} once more.")
    start_draft(text, by="ada", at=NOON, source=FORM)
    plan = plan_redaction(decision.pk, [NAME], "B")
    assert (plan.elsewhere, plan.drafts_elsewhere) == ((other.reference,), ("21 000 003",))
    redact(decision.pk, [NAME], "B", by="ada", at=NOON)
    assert NAME in DraftRevision.objects.get().record


def test_a_draft_is_checked_again_once_words_were_erased_from_it() -> None:
    decision = published(summary=f"Mrs {NAME} complained.")
    draft = correction(decision)
    Draft.objects.filter(pk=draft.pk).update(blocker_codes="\n", open_findings=9)
    redact(decision.pk, [NAME], "Mrs B", by="bea", at=NOON)
    now = Draft.objects.get(pk=draft.pk)
    assert now.revision == draft.revision + 1
    assert (now.open_findings, "\ndecision-moved\n" in now.blocker_codes) == (0, True)
    assert Entry.objects.filter(kind="draft.redacted", subject_id=draft.pk, version=now.revision).exists()
