"""The embargo: in an official register nothing comes out before its day; a mirror takes what is public already."""

import datetime as dt

import pytest

from tests.build.decision import record
from tests.build.scheme import OFFICIAL
from upheld.journal.models import Entry
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.hold import hold, release
from upheld.register.actions.publish import publish
from upheld.register.actions.release_due import release_due
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision
from upheld.register.queries.record import list_records
from upheld.register.rules import RefusedError

pytestmark = pytest.mark.django_db

DECIDED = dt.date(2026, 1, 5)
DAY_41 = dt.datetime(2026, 2, 15, 23, 59, tzinfo=dt.UTC)
DAY_42 = dt.datetime(2026, 2, 16, 0, 1, tzinfo=dt.UTC)


@pytest.fixture
def _official(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)


def visible() -> list[str]:
    return [one.reference for one in list_records()]


@pytest.mark.usefixtures("_official")
class TestOfficial:
    def test_what_comes_too_early_waits_until_its_day(self) -> None:
        publish([record(decided_on=DECIDED)], by="editor", at=DAY_41)
        assert visible() == []
        assert Decision.objects.get().held_until == dt.date(2026, 2, 16)
        assert release_due(by="follower", at=DAY_41) == 0
        assert release_due(by="follower", at=DAY_42) == 1
        assert visible() == ["21 000 001"]
        assert Decision.objects.get().published_on == dt.date(2026, 2, 16)
        kinds = list(Entry.objects.filter(subject="decision").order_by("number").values_list("kind", flat=True))
        assert kinds == ["decision.embargoed", "decision.published"]

    def test_a_report_has_no_delay(self) -> None:
        publish([record(decided_on=DECIDED, document_type="Report")], by="editor", at=DAY_41)
        assert visible() == ["21 000 001"]

    def test_what_was_public_elsewhere_comes_out_at_once(self) -> None:
        publish([record(decided_on=DECIDED)], by="editor", at=DAY_41, already_public=True)
        assert visible() == ["21 000 001"]

    def test_without_a_decision_date_there_is_no_day(self) -> None:
        with pytest.raises(RefusedError, match="give the date"):
            publish([record(decided_on=None)], by="editor", at=DAY_42)

    def test_holding_and_releasing_does_not_go_round_the_embargo(self) -> None:
        publish([record(decided_on=DECIDED)], by="editor", at=DAY_41)
        decision = Decision.objects.get()
        hold([decision.pk], by="editor", at=DAY_41)
        with pytest.raises(RefusedError, match="never published"):
            withdraw([decision.pk], by="editor", at=DAY_41)
        release([decision.pk], by="editor", at=DAY_41)
        assert visible() == []
        hold([decision.pk], by="editor", at=DAY_41)
        assert release_due(by="follower", at=DAY_42) == 0
        release([decision.pk], by="editor", at=DAY_42)
        assert visible() == ["21 000 001"]

    def test_a_later_decision_date_moves_the_day(self) -> None:
        publish([record(decided_on=DECIDED)], by="editor", at=DAY_41)
        decision = Decision.objects.get()
        later = record(decided_on=DECIDED + dt.timedelta(days=10))
        correct([Correction(decision.pk, 1, later)], by="editor", at=DAY_41)
        assert release_due(by="follower", at=DAY_42) == 0
        assert visible() == []


def test_a_mirror_is_not_bound() -> None:
    publish([record(decided_on=DECIDED)], by="editor", at=DAY_41)
    assert visible() == ["21 000 001"]
    assert Decision.objects.get().published_on is None
