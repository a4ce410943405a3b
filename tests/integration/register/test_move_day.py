"""Another day for a decision that waits: never before its embargo ends, and no correction brings it forward again."""

import datetime as dt

import pytest

from tests.build.decision import record
from tests.build.scheme import OFFICIAL
from upheld.journal.models import Entry
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold, release
from upheld.register.actions.move_day import move_day
from upheld.register.actions.publish import publish
from upheld.register.actions.release_due import release_due
from upheld.register.models import Decision
from upheld.register.rules import RefusedError

pytestmark = pytest.mark.django_db

DECIDED = dt.date(2026, 1, 5)
EARLIEST = dt.date(2026, 2, 16)
LATER = dt.date(2026, 3, 2)
AT = dt.datetime(2026, 2, 1, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _official(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)


def _waiting() -> Decision:
    publish([record(decided_on=DECIDED)], by="editor", at=AT)
    return Decision.objects.get()


def _at_noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


def test_comes_out_on_the_new_day_and_not_before() -> None:
    decision = _waiting()
    move_day([decision.pk], LATER, by="ada@example.org", at=AT)
    assert release_due(by="follower", at=_at_noon(LATER - dt.timedelta(days=1))) == 0
    assert release_due(by="follower", at=_at_noon(LATER)) == 1
    assert Decision.objects.get().published_on == LATER


def test_the_journal_says_from_which_day_to_which() -> None:
    move_day([_waiting().pk], LATER, by="ada@example.org", at=AT)
    entry = Entry.objects.order_by("number").last()
    assert entry is not None
    assert (entry.kind, entry.by) == ("decision.moved", "ada@example.org")
    assert entry.data == {"from": "2026-02-16", "to": "2026-03-02"}


def test_a_day_can_be_moved_back_to_the_end_of_the_embargo() -> None:
    decision = _waiting()
    move_day([decision.pk], LATER, by="editor", at=AT)
    move_day([decision.pk], EARLIEST, by="editor", at=AT)
    assert Decision.objects.get().held_until == EARLIEST


def test_held_and_released_it_keeps_its_day() -> None:
    decision = _waiting()
    move_day([decision.pk], LATER, by="editor", at=AT)
    hold([decision.pk], by="editor", at=AT)
    release([decision.pk], by="editor", at=AT)
    assert Decision.objects.get().held_until == LATER


def test_a_correction_that_knows_the_day_keeps_it() -> None:
    decision = _waiting()
    move_day([decision.pk], LATER, by="editor", at=AT)
    corrected = record(decided_on=DECIDED, published_on=LATER, summary="Mrs B complained. The Council was at fault.")
    correct([Correction(decision.pk, 1, corrected)], by="editor", at=AT)
    assert Decision.objects.get().held_until == LATER


@pytest.mark.parametrize(
    ("day", "sentence"),
    [(EARLIEST - dt.timedelta(days=1), "before 16 February 2026"), (dt.date(2026, 1, 31), "that day has passed")],
)
def test_a_day_that_is_too_early_is_refused_and_leaves_no_trace(day: dt.date, sentence: str) -> None:
    decision = _waiting()
    before = Entry.objects.count()
    with pytest.raises(RefusedError, match=sentence):
        move_day([decision.pk], day, by="editor", at=AT)
    assert Decision.objects.get().held_until == EARLIEST
    assert Entry.objects.count() == before


def test_what_is_held_or_published_has_no_day_to_move() -> None:
    decision = _waiting()
    hold([decision.pk], by="editor", at=AT)
    with pytest.raises(RefusedError, match="release it first"):
        move_day([decision.pk], LATER, by="editor", at=AT)
    release([decision.pk], by="editor", at=_at_noon(EARLIEST))
    with pytest.raises(RefusedError, match="published already"):
        move_day([decision.pk], LATER, by="editor", at=_at_noon(EARLIEST))
