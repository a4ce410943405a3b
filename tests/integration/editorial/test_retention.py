"""How long decisions stay: notice before, gone with the reason, and a list of what went."""

import datetime as dt
from pathlib import Path

import pytest

from tests.build.decision import published
from upheld.editorial.actions.let_go import let_go, let_go_due
from upheld.editorial.actions.withdraw import restore
from upheld.editorial.queries.retention import list_due, list_gone
from upheld.register.models import Decision
from upheld.register.rules import RefusedError
from upheld.scheme import load_scheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def _withdraws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "own.toml"
    file.write_text('extends = "lgo"\nretention = "withdraw"\n', encoding="utf-8")
    monkeypatch.setenv("UPHELD_SCHEME", str(file))
    load_scheme.cache_clear()


def at(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T12:00:00+00:00")


def statement(published_on: str = "2020-02-29") -> Decision:
    return published(decided_on=dt.date(2020, 1, 1), published_on=dt.date.fromisoformat(published_on))


def test_a_statement_is_announced_sixty_days_before_its_five_years_end() -> None:
    decision = statement()
    assert list_due(at("2024-12-30"), within=60) == []
    [due] = list_due(at("2024-12-31"), within=60)
    assert (due.decision, due.on) == (decision, dt.date(2025, 3, 1))
    assert list_due(at("2025-02-28")) == []
    assert len(list_due(at("2025-03-01"))) == 1


def test_a_register_that_keeps_everything_lets_nothing_go() -> None:
    decision = statement()
    assert let_go_due(by="follower", at=at("2040-01-01")) == 0
    with pytest.raises(RefusedError, match="keeps every decision"):
        let_go([decision.pk], by="ada", at=at("2040-01-01"))


@pytest.mark.usefixtures("_withdraws")
def test_what_is_over_goes_with_its_reason_and_is_listed() -> None:
    decision, other = statement(), published("21 000 002", published_on=dt.date(2024, 1, 1))
    with pytest.raises(RefusedError, match="may still be published"):
        let_go([decision.pk, other.pk], by="ada", at=at("2025-03-02"))
    assert let_go_due(by="follower", at=at("2025-03-02")) == 1
    assert let_go_due(by="follower", at=at("2025-03-02")) == 0
    decision.refresh_from_db()
    assert (decision.state, decision.state_reason) == ("withdrawn", "retention")
    assert [(one.decision.reference, one.by) for one in list_gone()] == [("21 000 001", "follower")]
    restore([decision.pk], by="ada", at=at("2025-03-03"))
    assert list_gone() == []
