"""“Someone can be recognised here”: kept at the desk only, those who can hold are told, the words go in time."""

import datetime as dt

import pytest

from tests.build.decision import NOON, published
from tests.build.person import make_person
from upheld.editorial.actions import report_recognition as action
from upheld.editorial.actions.hold import hold
from upheld.editorial.actions.report_recognition import (
    ALARMS_AN_HOUR,
    MOST_OF_ONE,
    TooManyReportsError,
    add_working_days,
    close_report,
    delete_due_words,
    delete_words,
    report_recognition,
)
from upheld.editorial.models import Outgoing, RecognitionReport
from upheld.journal.models import Entry
from upheld.register.models import Decision
from upheld.register.rules import RefusedError

pytestmark = pytest.mark.django_db

WORDS = "The boat with the green sail in paragraph 4 is my sister's"


def report(decision: Decision, at: dt.datetime = NOON) -> RecognitionReport:
    uid = report_recognition(decision.pk, "known", WORDS, "me@example.org", by="a reader", at=at)
    return RecognitionReport.objects.get(uid=uid)


def test_everybody_who_can_hold_is_told_and_the_journal_holds_no_word() -> None:
    editor, _ = make_person("editor"), make_person("reader")
    kept = report(published())
    assert (kept.state, kept.answer_by) == ("open", dt.date(2026, 3, 3))
    assert list(Outgoing.objects.values_list("to", flat=True)) == [editor.email]
    said = str(list(Entry.objects.values())) + str(list(Outgoing.objects.values()))
    assert "green sail" not in said
    assert "me@example.org" not in said


def test_many_reports_are_kept_but_alarm_only_first_and_a_flood_is_refused() -> None:
    make_person("editor")
    decision, other = published(), published("21 000 002")
    for _ in range(ALARMS_AN_HOUR + 2):
        report(decision)
    assert (RecognitionReport.objects.count(), Outgoing.objects.count()) == (ALARMS_AN_HOUR + 2, ALARMS_AN_HOUR)
    kept = RecognitionReport.objects.first()
    assert kept
    RecognitionReport.objects.bulk_create(
        RecognitionReport(uid=str(n), decision=decision, who="me", received_at=NOON, answer_by=NOON, state="open")
        for n in range(MOST_OF_ONE)
    )
    with pytest.raises(TooManyReportsError):
        report(decision, NOON + dt.timedelta(minutes=59))
    report(other, NOON + dt.timedelta(minutes=59))
    report(decision, NOON + dt.timedelta(minutes=61))


def test_all_together_there_is_an_end_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(action, "MOST_AN_HOUR", 2)
    for number in range(2):
        report(published(f"21 000 {number:03}"))
    with pytest.raises(TooManyReportsError):
        report(published("21 000 900"))


def test_what_is_not_shown_takes_no_report() -> None:
    decision = published()
    hold([decision.pk], by="ada", at=NOON)
    with pytest.raises(RefusedError, match="not shown at present"):
        report(decision)
    assert not RecognitionReport.objects.exists()


def test_closing_it_starts_the_time_after_which_the_words_go() -> None:
    kept = report(published())
    with pytest.raises(RefusedError, match="close it first"):
        delete_words(kept.pk, by="ada", at=NOON)
    with pytest.raises(RefusedError, match="say why"):
        close_report(kept.pk, "no-change", " ", by="ada", at=NOON)
    close_report(kept.pk, "no-change", "The green sail is invented", by="ada", at=NOON)
    with pytest.raises(RefusedError, match="closed already"):
        close_report(kept.pk, "held", by="bea", at=NOON)
    assert delete_due_words(by="follower", at=NOON + dt.timedelta(days=89)) == 0
    assert delete_due_words(by="follower", at=NOON + dt.timedelta(days=90)) == 1
    kept.refresh_from_db()
    assert (kept.text, kept.contact, kept.note, kept.result) == ("", "", "", "no-change")
    assert delete_due_words(by="follower", at=NOON + dt.timedelta(days=91)) == 0


def test_the_words_can_go_at_once() -> None:
    kept = report(published())
    close_report(kept.pk, "held", by="ada", at=NOON)
    delete_words(kept.pk, by="ada", at=NOON)
    kept.refresh_from_db()
    assert kept.text == ""
    assert Entry.objects.order_by("-number")[0].kind == "report.words-deleted"


@pytest.mark.parametrize(("day", "number", "then"), [(5, 1, 6), (6, 1, 9), (7, 1, 9), (8, 1, 9), (6, 3, 11)])
def test_working_days_leave_out_weekends(day: int, number: int, then: int) -> None:
    assert add_working_days(dt.date(2026, 3, day), number) == dt.date(2026, 3, then)
