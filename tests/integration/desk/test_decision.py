"""A decision in the desk: what it is, who keeps it, what can be done by whom, and what happened in words."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.build.decision import NOON, published, record, reference
from tests.build.person import make_person, sign_in, signed_in_client
from tests.build.reader import Seen
from upheld.desk.pages.journal import WORDS
from upheld.editorial.actions.hold import hold
from upheld.editorial.actions.open_review import open_review
from upheld.editorial.actions.report_recognition import report_recognition
from upheld.register.actions.correct import Correction, correct
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db


def seen(client: Client, path: str) -> Seen:
    return Seen(client.get(path))


def page(decision: Decision, role: str = "approver") -> Seen:
    return seen(signed_in_client(role), f"/desk/decisions/{decision.uid}")


def test_it_says_what_it_is_and_what_can_be_done() -> None:
    shown = page(published(), "manager")
    assert shown.title == "Alderford Borough Council (21 000 001) – Desk – Upheld"
    assert "Everybody can read it." in shown.main
    acts = shown.links("//*[@class='acts']")
    assert list(acts)[:4] == ["Hold now", "Redact words", "Correct", "Withdraw"]


def test_what_a_role_may_not_is_said_with_who_may() -> None:
    shown = page(published(), "editor")
    assert "Withdraw" not in shown.links()
    assert "Needs the role manager." in shown.main


def test_who_keeps_it_is_said() -> None:
    decision = published()
    hold([decision.pk], by="ada@example.org", at=NOON)
    open_review(reference(), "court", by="bea@example.org", at=NOON)
    shown = page(decision)
    assert "ada@example.org holds it" in shown.main
    assert "Judicial review open since 2 March 2026, 12:00, opened by bea@example.org" in shown.main
    assert "when the hold and every review have ended" in shown.main


def test_what_waits_leads_to_it() -> None:
    decision = published()
    uid = report_recognition(decision.pk, "me", "The tree house", "", by="a reader", at=NOON)
    assert f"/desk/reports/{uid}" in page(decision).links().values()


def test_its_history_is_in_words_without_any_of_its_own() -> None:
    decision = published()
    hold([decision.pk], by="ada@example.org", at=NOON, reason="accuracy")
    history = page(decision).all("//table[contains(@class, 'journal')]//tbody/tr")
    assert "Held" in history[0]
    assert "from published to held; to correct a mistake of fact" in history[0]
    assert "ada@example.org" in history[0]


def test_every_kind_of_entry_has_words() -> None:
    pattern = re.compile(
        r"""["']((?:decision|draft|finding|review|report|organisation|category|person)\.[a-z-]+)["']"""
    )
    sources = Path("src/upheld").glob("*/actions/*.py")
    kinds = {kind for source in sources for kind in pattern.findall(source.read_text(encoding="utf-8"))}
    assert len(kinds) > 30
    assert kinds - set(WORDS) == set()


def test_its_text_is_shown_as_readers_would_see_it_whatever_its_state() -> None:
    decision = published(summary="Mrs B waited for the boat.")
    hold([decision.pk], by="ada", at=NOON)
    shown = seen(signed_in_client("reader"), f"/desk/decisions/{decision.uid}/text")
    assert "Mrs B waited for the boat." in shown.text
    assert "This decision is held." in shown.text


def test_a_version_is_compared_with_the_one_before() -> None:
    decision = published(summary="Mrs B waited for the boat.")
    correct([Correction(decision.pk, 1, record(summary="Mrs B waited for the bus."))], by="ada", at=NOON)
    client = signed_in_client("reader")
    address = seen(client, f"/desk/decisions/{decision.uid}").links()["What it changed"]
    assert seen(client, address).all("//del | //ins") == ["[removed: boat]", "[added: bus]"]
    assert client.get(f"/desk/decisions/{decision.uid}/versions/1").status_code == 404


@pytest.mark.parametrize("tail", ["", "/text", "/hold", "/redact", "/findings", "/versions/2"])
def test_no_such_decision_is_no_page(tail: str) -> None:
    client = sign_in(Client(), make_person("manager"))
    assert client.get(f"/desk/decisions/000000000000000{tail}").status_code in {403, 404}
