"""One act on many: first looked at, then done, then told one by one, with a way back."""

import html

import pytest
from django.test import Client

from tests.build.decision import NOON, published
from tests.build.draft import checking, draft
from tests.build.person import signed_in_client
from upheld.editorial.models import Draft
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    """An editor at the desk."""
    return signed_in_client("editor")


def _post(desk: Client, act: str, keys: list[str], **values: str) -> str:
    answer = desk.post(f"/desk/find/{act}", {"chosen": keys, "back": "/desk/find?q=kite", **values}, follow=True)
    return html.unescape(answer.content.decode())


def _state(one: Decision | Draft) -> str:
    return type(one).objects.get(pk=one.pk).state


def test_looking_ahead_says_what_would_happen_and_does_nothing(desk: Client) -> None:
    shown, gone = published("21 000 001"), published("21 000 002")
    withdraw([gone.pk], by="editor", at=NOON)
    page = _post(desk, "hold", [f"decision:{shown.uid}", f"decision:{gone.uid}"])
    assert "1 of 2 chosen ones will be held" in page
    assert "1 cannot be held" in page
    assert "It is withdrawn, so nothing of it is shown" in page
    assert _state(shown) == "published"


def test_a_draft_and_a_decision_are_held_together_and_released_by_undo(desk: Client) -> None:
    keys = [f"draft:{draft('21 000 001').uid}", f"decision:{published('21 000 002').uid}"]
    page = _post(desk, "hold", keys, step="do")
    assert "2 held" in page
    assert "Undo: release" in page
    assert 'href="/desk/find?q=kite"' in page
    assert {_state(Draft.objects.get()), _state(Decision.objects.get())} == {"held"}
    page = _post(desk, "release", keys, step="do")
    assert "2 released" in page
    assert {_state(Draft.objects.get()), _state(Decision.objects.get())} == {"draft", "published"}


def test_drafts_are_sent_and_returned_with_a_note(desk: Client) -> None:
    one = draft("21 000 001")
    assert "It is ready" in _post(desk, "send", [f"draft:{one.uid}"], step="do")
    assert "Say why they go back" in _post(desk, "return", [f"draft:{one.uid}"], step="do", reason="", note=" ")
    page = _post(desk, "return", [f"draft:{one.uid}"], step="do", reason="", note="Name the day of the visit.")
    assert "1 returned" in page
    assert _state(one) == "returned"


def test_a_decision_is_not_sent_for_checking(desk: Client) -> None:
    page = _post(desk, "send", [f"decision:{published().uid}", f"draft:{checking('21 000 002').uid}"])
    assert "It is in the register, and no draft" in page
    assert "2 cannot be sent for checking" in page


def test_nothing_chosen_is_said(desk: Client) -> None:
    assert "Choose what is to be held first" in _post(desk, "hold", [])
    assert "Choose what is to be held first" in _post(desk, "hold", ["decision:none", "draft:none", "nonsense"])


def test_the_way_back_stays_in_the_desk(desk: Client) -> None:
    key = f"decision:{published().uid}"
    page = _post(desk, "hold", [key], back="https://elsewhere.example/desk/find")
    assert "elsewhere.example" not in page
    assert 'href="/desk/find"' in page


@pytest.mark.parametrize(("role", "act"), [("reader", "hold"), ("administrator", "send"), ("reader", "return")])
def test_a_role_that_may_not_is_refused(role: str, act: str) -> None:
    one = published()
    answer = signed_in_client(role).post(f"/desk/find/{act}", {"chosen": [f"decision:{one.uid}"], "step": "do"})
    assert answer.status_code == 403
    assert _state(one) == "published"
