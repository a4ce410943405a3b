"""Why a search finds a decision and puts it where it stands, or why not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.build.decision import NOON, published
from tests.build.person import signed_in_client
from tests.build.reader import Seen
from upheld.journal.queries.entry import get_head
from upheld.register.actions.hold import hold
from upheld.search import SearchFollower

pytestmark = pytest.mark.django_db
Ask = Callable[[str, str], Seen]


@pytest.fixture
def ask(settings: Settings, tmp_path: Path) -> Ask:
    settings.DATA_DIR = tmp_path
    published("21 000 001", summary="A heron was lost by the Council, and a second heron.")
    published("21 000 002", summary="A heron was found.", outcome="Not upheld")
    held = published("21 000 003", summary="A bittern.")
    hold([held.pk], by="editor", at=NOON)
    SearchFollower(tmp_path / "index", memory_mb=32).follow(get_head())
    client = signed_in_client("reader")
    return lambda query, reference: Seen(client.get("/desk/explain", {"q": query, "reference": reference}))


def parts(seen: Seen) -> dict[str, str]:
    rows = seen.page.xpath("//table[contains(@class, 'rows')]/tbody/tr")
    return {row[0].text_content(): row[2].text_content() for row in rows}


def test_what_is_found_stands_at_a_place_for_reasons(ask: Ask) -> None:
    seen = ask("heron -bittern", "21000001")
    assert seen.status == 200
    assert "of 2." in seen.main
    assert "The search finds it, at place " in seen.main
    assert parts(seen) == {"heron": "Yes", "-bittern": "Yes"}
    assert "Score: " in seen.main
    assert "“heron”" in seen.main
    assert "in the summary" in seen.main
    assert seen.header("Cache-Control") == "no-store"


def test_what_is_not_found_is_left_out_by_something(ask: Ask) -> None:
    for query, reference, sentence in (
        ("heron lost", "21 000 002", "The search does not find it: it does not have “lost”."),
        ("heron -found", "21 000 002", "“-found” leaves it out."),
        ("outcome:upheld heron", "21 000 002", "it does not have “outcome:upheld”."),
        ("/search?q=heron&outcome=upheld", "21 000 002", "the filter “Outcome” (upheld) leaves it out."),
        ("https://a.example/search?to=2021", "21 000 002", "the filter “Date of decision” (the first day to 2021"),
        ("bittern", "21 000 003", "It is held, so no search finds it."),
        ("", "21 000 002", "The list is in order of days"),
    ):
        seen = ask(query, reference)
        assert (seen.status, sentence in seen.main) == (200, True), query


AGREED = [{"heading": "Agreed action", "blocks": [{"text": "It will apologise and, within a month, pay £100."}]}]


@pytest.fixture
def ask_of_agreed(settings: Settings, tmp_path: Path) -> Ask:
    settings.DATA_DIR = tmp_path
    published("21 000 001", summary="It agreed to remedy this.", sections=AGREED)
    published("21 000 002", summary="We asked it to apologise and pay.")
    SearchFollower(tmp_path / "index", memory_mb=32).follow(get_head())
    client = signed_in_client("reader")
    return lambda query, reference: Seen(client.get("/desk/explain", {"q": query, "reference": reference}))


@pytest.mark.parametrize(
    ("typed", "said"), [('"apologise pay"~10', "apologise pay"), ("apolog*", "apolog*"), ("pay", "pay")]
)
def test_words_of_a_section_are_named_with_it(ask_of_agreed: Ask, typed: str, said: str) -> None:
    seen = ask_of_agreed(f'in:"agreed action" {typed}', "21 000 001")
    assert f"“{said}”: " in seen.main
    assert "in the agreed action: " in seen.main
    assert "a beginning of a word, or a section" not in seen.main


def test_words_and_their_section_are_one_part(ask_of_agreed: Ask) -> None:
    found = ask_of_agreed('in:"agreed action" "apologise pay"~10 outcome:upheld', "21 000 001")
    assert parts(found) == {'in:"agreed action" "apologise pay"~10': "Yes", "outcome:upheld": "Yes"}
    seen = ask_of_agreed("in:summary remedy apologise", "21 000 001")
    assert parts(seen) == {"in:summary remedy": "Yes", "in:summary apologise": "No"}
    assert "it does not meet “in:summary apologise”." in seen.main
    assert "Words in a section of the decision" in seen.main
    assert parts(ask_of_agreed('in:"agreed action"', "21 000 002")) == {'in:"agreed action"': "No"}


def test_what_cannot_be_explained_is_said(ask: Ask) -> None:
    for query, reference, sentence in (
        ("heron", "99 999 999", "The register has no decision 99 999 999"),
        ("heron", "heron", "Write the reference like"),
        ("/search?from=31/2/2022", "21 000 001", "This address is not one of a search"),
        ("a" * 501, "21 000 001", "500"),
    ):
        seen = ask(query, reference)
        assert (seen.status, sentence in seen.main) == (400, True), query


def test_a_decision_leads_there(ask: Ask) -> None:
    del ask
    decision = published("21 000 009")
    client: Client = signed_in_client("reader", email="second@example.org")
    seen = Seen(client.get(f"/desk/decisions/{decision.uid}"))
    form = Seen(client.get(seen.links()["Why is it found, or not?"]))
    assert form.status == 200
    assert form.page.xpath("string(//input[@id='reference']/@value)") == "21 000 009"
