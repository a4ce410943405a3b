"""Find: drafts, decisions out of sight and published ones in one list, narrowed by anything."""

import datetime as dt
import html
import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests.build.decision import NOON, published, record
from tests.build.draft import WRITER, checking, draft, ready
from tests.build.person import signed_in_client
from upheld.register.actions.hold import hold
from upheld.register.actions.publish import publish
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
Follow = Callable[[], None]


@pytest.fixture
def desk() -> Client:
    """An editor at the desk."""
    return signed_in_client("editor")


def _find(desk: Client, query: str = "") -> list[str]:
    """The references of the rows, in order."""
    return re.findall(r'rows__link"[^>]*>[^<]*<span class="whole">\(([^)]*)\)', _page(desk, query))


def _page(desk: Client, query: str = "") -> str:
    return html.unescape(desk.get(f"/desk/find?{query}").content.decode())


def test_drafts_come_first_then_what_is_out_of_sight_then_what_is_published(desk: Client, index: Follow) -> None:
    published("21 000 001")
    hold([published("21 000 002").pk], by="editor", at=NOON)
    draft("21 000 003")
    index()
    assert _find(desk) == ["21 000 003", "21 000 002", "21 000 001"]
    assert "3 drafts and decisions" in _page(desk)


@pytest.mark.parametrize("typed", ["21 000 003", "21-000-003", "ref 21000003"])
def test_a_reference_in_any_spelling_leads_to_its_draft(desk: Client, typed: str) -> None:
    one = draft("21 000 003")
    answer = desk.get("/desk/find", {"q": typed})
    assert answer["Location"] == f"/desk/drafts/{one.uid}"


def test_a_reference_leads_to_a_withdrawn_decision(desk: Client) -> None:
    one = published("21 000 001")
    withdraw([one.pk], by="editor", at=NOON)
    assert desk.get("/desk/find", {"q": "21 000 001"})["Location"] == f"/desk/decisions/{one.uid}"


def test_states_narrow_the_list_and_keep_their_counts(desk: Client, index: Follow) -> None:
    draft("21 000 001")
    hold([published("21 000 002").pk], by="editor", at=NOON)
    index()
    page = _page(desk, "state=held")
    assert _find(desk, "state=held") == ["21 000 002"]
    assert re.search(r'Draft</span> <span class="filter__count">1<', page)
    assert "1 draft or decision" in page


@pytest.mark.usefixtures("official")
def test_what_waits_for_its_day_is_called_scheduled(desk: Client, index: Follow) -> None:
    publish([record("21 000 001", decided_on=dt.date(2026, 2, 1))], by="editor", at=NOON)
    index()
    assert _find(desk, "state=scheduled") == ["21 000 001"]
    assert "Appears" in _page(desk, "state=scheduled")


def test_words_are_found_in_texts_of_drafts_and_of_held_decisions(desk: Client, index: Follow) -> None:
    draft("21 000 001", summary="The Council mislaid a kite of Mrs B’s.")
    draft("21 000 002")
    hold([published("21 000 003", summary="The Council took a kite from Mrs B.").pk], by="editor", at=NOON)
    published("21 000 004", summary="The Council sold the kite.")
    index()
    assert _find(desk, "q=kite") == ["21 000 001", "21 000 003", "21 000 004"]


def test_who_worked_on_it_narrows_drafts(desk: Client) -> None:
    draft("21 000 001", by=WRITER)
    draft("21 000 002", by="somebody@ombudsman.example")
    assert _find(desk, f"person={WRITER}") == ["21 000 001"]


def test_what_keeps_it_back_narrows_to_drafts(desk: Client, index: Follow) -> None:
    checking("21 000 001")
    ready("21 000 002")
    published("21 000 003")
    index()
    assert _find(desk, "blocker=open-findings") == ["21 000 001"]


def test_what_i_can_approve_leaves_out_what_i_prepared(index: Follow) -> None:
    mine = signed_in_client("approver", email="mine@ombudsman.example")
    ready("21 000 001", by="mine@ombudsman.example")
    ready("21 000 002")
    published("21 000 003")
    index()
    assert _find(mine, "approve=me") == ["21 000 002"]


def test_other_facts_narrow_everything(desk: Client, index: Follow) -> None:
    draft("21 000 001", outcome="Not upheld")
    draft("21 000 002", decided_on=dt.date(2020, 2, 3))
    published("21 000 003", category="Education", subcategory="School transport")
    index()
    assert _find(desk, "outcome=not-upheld") == ["21 000 001"]
    assert _find(desk, "from=2020&to=2020") == ["21 000 002"]
    assert _find(desk, "category=education") == ["21 000 003"]


def test_a_day_that_is_none_is_said_and_the_form_kept(desk: Client) -> None:
    answer = desk.get("/desk/find?q=kite&from=soon")
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 400
    assert '<a href="#from">“soon” is not a date' in page
    assert 'value="kite"' in page


def test_pages_lead_through_everything_once(desk: Client, index: Follow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("upheld.desk.queries.found.SIZE", 2)
    drafts = [draft(f"21 000 00{number}").reference for number in range(3)]
    held = [published(f"21 000 01{number}") for number in range(3)]
    hold([one.pk for one in held], by="editor", at=NOON)
    shown = [published(f"21 000 02{number}").reference for number in range(3)]
    index()
    seen, address = [], ""
    for _ in range(9):
        page = _page(desk, address)
        seen += _find(desk, address)
        if not (link := re.search(r'href="/desk/find\?([^"]*)" rel="next"', page)):
            break
        address = link[1]
    assert sorted(seen) == sorted([*drafts, *(one.reference for one in held), *shown])


def test_nothing_found_says_what_to_do(desk: Client, index: Follow) -> None:
    index()
    assert "Take in" in _page(desk)
    assert "Take a filter away" in _page(desk, "q=unicorn")


def test_without_an_index_the_rest_is_found(desk: Client) -> None:
    draft("21 000 001")
    assert _find(desk) == ["21 000 001"]
    assert "their index is being made" in _page(desk)


def test_nobody_outside_sees_it(client: Client) -> None:
    assert client.get("/desk/find").status_code == 302
    assert Decision.objects.count() == 0
