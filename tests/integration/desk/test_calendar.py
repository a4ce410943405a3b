"""The calendar: what comes out when, and giving it another day."""

import datetime as dt

import pytest
from django.test import Client

from tests.build.decision import record
from tests.build.person import signed_in_client
from tests.build.scheme import OFFICIAL
from upheld.lib.clock import now
from upheld.register.actions.publish import publish
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db
TODAY = now().date()
DECIDED = TODAY - dt.timedelta(days=10)
EARLIEST = DECIDED + dt.timedelta(days=42)


@pytest.fixture(autouse=True)
def _official(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)


def _waiting(reference: str = "21 000 001") -> Decision:
    publish([record(reference, decided_on=DECIDED)], by="editor", at=now())
    return Decision.objects.get(reference=reference)


def _move(client: Client, to: str, *decisions: Decision) -> str:
    chosen = [f"decision:{one.uid}" for one in decisions]
    answer = client.post(f"/desk/calendar/{EARLIEST}/move", {"chosen": chosen, "to": to}, follow=True)
    return answer.content.decode()


def test_the_month_shows_what_comes_out_on_which_day() -> None:
    _waiting()
    page = signed_in_client("reader").get(f"/desk/calendar?month={EARLIEST:%Y-%m}").content.decode()
    assert f'href="/desk/calendar/{EARLIEST}"' in page
    assert "21 000 001" in page
    assert "1 approved decision in" in page


def test_an_empty_month_leads_to_the_next_day() -> None:
    _waiting()
    page = signed_in_client("reader").get("/desk/calendar?month=2020-02").content.decode()
    assert "Nothing is scheduled in February 2020" in page
    assert f'href="/desk/calendar/{EARLIEST}"' in page


def test_a_day_offers_only_what_the_role_may_do() -> None:
    _waiting()
    day = f"/desk/calendar/{EARLIEST}"
    assert "Move the chosen ones" in signed_in_client("approver").get(day).content.decode()
    reader = signed_in_client("reader").get(day).content.decode()
    assert "21 000 001" in reader
    assert "Move the chosen ones" not in reader
    assert "Hold the chosen ones" not in reader


def test_a_decision_gets_another_day() -> None:
    later = EARLIEST + dt.timedelta(days=3)
    decision = _waiting()
    page = _move(signed_in_client("approver"), later.isoformat(), decision)
    assert "21 000 001 will appear on" in page
    assert Decision.objects.get().held_until == later


def test_too_early_a_day_is_refused_with_the_day_that_is_possible() -> None:
    decision = _waiting()
    page = _move(signed_in_client("approver"), (EARLIEST - dt.timedelta(days=1)).isoformat(), decision)
    assert "when its embargo ends" in page
    assert 'href="#to"' in page
    assert Decision.objects.get().held_until == EARLIEST


@pytest.mark.parametrize(
    ("to", "sentence"), [("soon", "is not a date"), ("", "Give the day"), (str(EARLIEST), "Choose the decisions")]
)
def test_what_is_missing_is_said(to: str, sentence: str) -> None:
    _waiting()
    assert sentence in _move(signed_in_client("approver"), to)


def test_an_editor_may_not_move_a_day() -> None:
    answer = signed_in_client("editor").post(f"/desk/calendar/{EARLIEST}/move", {"chosen": [], "to": ""})
    assert answer.status_code == 403


def test_a_day_that_is_none_is_not_found() -> None:
    assert signed_in_client("reader").get("/desk/calendar/2026-02-31").status_code == 404


def test_the_decision_leads_to_its_day() -> None:
    decision = _waiting()
    link = f'href="/desk/calendar/{EARLIEST}"'
    assert link in signed_in_client("approver").get(f"/desk/decisions/{decision.uid}").content.decode()
    assert link not in signed_in_client("reader").get(f"/desk/decisions/{decision.uid}").content.decode()
