"""What became of a decision: when all was put right, and which report followed. Facts of their own, not its text."""

import datetime as dt

import pytest

from tests.build.decision import NOON, published, record
from upheld.analysis.references import Reference
from upheld.journal.models import Entry
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.describe import describe
from upheld.register.actions.follow_up import follow_up, unfollow
from upheld.register.actions.hold import hold
from upheld.register.actions.publish import publish
from upheld.register.actions.redact import redact
from upheld.register.actions.satisfy import satisfy, unsatisfy
from upheld.register.actions.withdraw import withdraw
from upheld.register.content import ContentError
from upheld.register.models import Decision, FurtherReport
from upheld.register.queries.further_report import list_followed
from upheld.register.queries.record import get_record, list_records
from upheld.register.rules import RefusedError

pytestmark = pytest.mark.django_db
MAY = dt.date(2023, 5, 4)


def last_entry() -> Entry:
    return Entry.objects.order_by("-number")[0]


def test_satisfied_is_kept_beside_the_text_and_entered() -> None:
    decision = published()
    satisfy([decision.pk], MAY, by="editor", at=NOON)
    assert get_record(decision.pk).satisfied_on == MAY
    assert Decision.objects.get().version_number == 1
    entry = last_entry()
    assert (entry.kind, entry.subject_id, entry.data, entry.by) == (
        "decision.satisfied", decision.pk, {"on": "2023-05-04"}, "editor",
    )  # fmt: skip


def test_another_day_takes_its_place_and_it_can_be_taken_back() -> None:
    decision = published()
    satisfy([decision.pk], MAY, by="editor", at=NOON)
    satisfy([decision.pk], dt.date(2023, 6, 1), by="editor", at=NOON)
    assert get_record(decision.pk).satisfied_on == dt.date(2023, 6, 1)
    unsatisfy([decision.pk], by="editor", at=NOON)
    assert get_record(decision.pk).satisfied_on is None
    assert last_entry().kind == "decision.not-satisfied"


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (dt.date(2022, 4, 4), "was decided on 5 April 2022, after 4 April 2022"),
        (dt.date(2026, 3, 3), "cannot be satisfied on 3 March 2026: that is to come"),
        (MAY, "is recorded as satisfied on 4 May 2023 already"),
    ],
)
def test_a_day_that_cannot_be_is_refused_for_the_whole_batch(on: dt.date, sentence: str) -> None:
    known, other = published("21 000 001", satisfied_on=MAY), published("21 000 002", decided_on=None)
    before = Entry.objects.count()
    with pytest.raises(RefusedError, match=f"21 000 001 {sentence}"):
        satisfy([other.pk, known.pk], on, by="editor", at=NOON)
    assert Decision.objects.get(pk=other.pk).satisfied_on is None
    assert Entry.objects.count() == before


def test_a_withdrawn_decision_has_to_be_restored_first() -> None:
    decision = published(satisfied_on=MAY)
    withdraw([decision.pk], by="editor", at=NOON)
    before = Entry.objects.count()
    with pytest.raises(RefusedError, match="is withdrawn; restore it first"):
        unsatisfy([decision.pk], by="editor", at=NOON)
    assert Decision.objects.get().satisfied_on == MAY
    assert Entry.objects.count() == before


def test_what_is_not_recorded_cannot_be_taken_back() -> None:
    decision = published()
    with pytest.raises(RefusedError, match="is not recorded as satisfied"):
        unsatisfy([decision.pk], by="editor", at=NOON)
    with pytest.raises(RefusedError, match="is not recorded as followed by 21 000 009"):
        unfollow(decision.pk, Reference("21 000 009", "21000009"), by="editor", at=NOON)


def test_a_further_report_links_both_ways() -> None:
    first, further = published("21 000 001"), published("23 000 001", document_type="Report")
    follow_up(first.pk, further.pk, by="editor", at=NOON)
    assert get_record(first.pk).further_reports == ("23 000 001",)
    assert list_followed(further) == (first,)
    assert list_followed(first) == ()
    entry = last_entry()
    assert (entry.kind, entry.subject_id, entry.data) == ("decision.followed-up", first.pk, {"further": further.pk})
    unfollow(first.pk, Reference("23 000 001", "23000001"), by="editor", at=NOON)
    assert list_followed(further) == ()
    assert last_entry().kind == "decision.not-followed-up"


def test_a_further_report_that_is_out_of_sight_is_named_nowhere() -> None:
    first, further = published("21 000 001"), published("23 000 001")
    follow_up(first.pk, further.pk, by="editor", at=NOON)
    hold([further.pk], by="editor", at=NOON)
    assert [one.further_reports for one in list_records()] == [()]
    hold([first.pk], by="editor", at=NOON)
    assert list_followed(further) == ()


@pytest.mark.parametrize(
    ("decided", "sentence"),
    [
        (dt.date(2021, 1, 1), "cannot be followed by 23 000 001, which came before it"),
        (dt.date(2023, 1, 1), "is recorded as followed by 23 000 001 already"),
    ],
)
def test_a_further_report_that_cannot_be_is_refused(decided: dt.date, sentence: str) -> None:
    first = published("21 000 001", further_reports=["23 000 001"] if decided.year == 2023 else [])
    further = published("23 000 001", decided_on=decided)
    before = Entry.objects.count()
    with pytest.raises(RefusedError, match=sentence):
        follow_up(first.pk, further.pk, by="editor", at=NOON)
    assert Entry.objects.count() == before


def test_a_report_does_not_follow_itself_nor_what_followed_it() -> None:
    first, further = published("21 000 001", decided_on=None), published("23 000 001", decided_on=None)
    follow_up(first.pk, further.pk, by="editor", at=NOON)
    with pytest.raises(RefusedError, match="came before it"):
        follow_up(further.pk, first.pk, by="editor", at=NOON)
    with pytest.raises(RefusedError, match="by itself"):
        follow_up(first.pk, first.pk, by="editor", at=NOON)
    withdraw([further.pk], by="editor", at=NOON)
    with pytest.raises(RefusedError, match="23 000 001, which is not published"):
        follow_up(first.pk, further.pk, by="editor", at=NOON)


def test_a_source_fills_them_in_and_its_silence_erases_nothing() -> None:
    decision = published()
    told = record(satisfied_on=MAY, further_reports=["23000001", "23 000 001"])
    describe([Correction(decision.pk, 1, told)], by="editor", at=NOON)
    kinds = list(Entry.objects.order_by("-number").values_list("kind", flat=True)[:3])
    assert kinds == ["decision.followed-up", "decision.satisfied", "decision.described"]
    correct([Correction(decision.pk, 1, record(summary="Another one."))], by="editor", at=NOON)
    kept = get_record(decision.pk)
    assert (kept.satisfied_on, kept.further_reports) == (MAY, ("23 000 001",))
    assert Decision.objects.get().version_number == 2


def test_what_comes_with_a_new_decision_is_kept() -> None:
    publish([record(satisfied_on=MAY, further_reports=["23 000 001"])], by="editor", at=NOON)
    [kept] = list_records()
    assert (kept.satisfied_on, kept.further_reports) == (MAY, ("23 000 001",))
    assert FurtherReport.objects.get().added_at == NOON


def test_they_are_no_part_of_what_a_version_says() -> None:
    plain, told = published("21 000 001"), published("21 000 002", satisfied_on=MAY, further_reports=["23 000 001"])
    assert "2023" not in (told.version.content or "")
    assert plain.version.content_hash != told.version.content_hash
    assert (plain.version.content or "").replace("21 000 001", "21 000 002") == told.version.content


def test_a_redaction_leaves_them() -> None:
    decision = published(satisfied_on=MAY, further_reports=["23 000 001"])
    redact(decision.pk, ["Mrs B"], "Mrs Q", by="editor", at=NOON)
    kept = get_record(decision.pk)
    assert (kept.satisfied_on, kept.further_reports) == (MAY, ("23 000 001",))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [(["a report"], "is not written like"), (["21 000 001"], "cannot be its own further report")],
)
def test_a_further_report_is_a_reference_of_another(given: list[str], sentence: str) -> None:
    with pytest.raises(ContentError, match=sentence):
        publish([record(further_reports=given)], by="editor", at=NOON)
