"""Nothing that somebody typed is lost because they were signed out, or signed in anew, before they sent it."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from tests.build.decision import NOON
from tests.build.draft import CHECKER, CHIEF, PERSONAL, WRITER, draft, edited
from tests.build.person import make_person, sign_in
from tests.build.reader import Seen
from upheld.editorial.actions.approve import approve
from upheld.editorial.actions.delete_draft import delete_draft
from upheld.editorial.actions.hold_draft import hold_draft, release_draft
from upheld.editorial.actions.send import send_for_check
from upheld.editorial.queries.draft import get_draft

pytestmark = pytest.mark.django_db
OURS = {"Sec-Fetch-Site": "same-origin"}
WRITTEN = "Mr X complained <first> about the Council.\n\nIt was at fault."


def send(client: Client, address: str, sent: dict[str, Any], headers: dict[str, str] | None = None) -> Seen:
    return Seen(client.post(address, sent, headers=OURS if headers is None else headers))


def hidden(seen: Seen) -> dict[str, str]:
    """The fields of the form, with every line as it was."""
    main = seen.response.content.decode().partition("<main")[2]
    return {name: unescape(value) for name, value in re.findall(r'<input[^>]+name="([^"]+)" value="([^"]*)"', main)}


@pytest.fixture
def written() -> tuple[str, dict[str, Any]]:
    """A draft, and the form in which somebody wrote its summary anew."""
    one = draft("21 000 001")
    return f"/desk/drafts/{one.uid}/edit", {"revision": "1", "at": "summary", "text:summary": WRITTEN, "do": "save"}


def test_what_was_typed_survives_the_end_of_a_session(written: tuple[str, dict[str, Any]]) -> None:
    address, sent = written
    seen = send(Client(), address, sent)
    assert seen.status == 403
    assert seen.header("Cache-Control") == "no-store"
    assert "You were signed out before this was sent" in seen.main
    assert "It was at fault." in seen.main
    assert seen.all("//main//form/@action") == [address]
    again = hidden(seen)
    assert {name: again[name] for name in sent} == sent
    editor = sign_in(Client(), make_person("editor"))
    assert send(editor, address, again).location == address.replace("/edit", "#summary")
    kept = get_draft(address.split("/")[3], at=NOON).record
    assert kept is not None
    assert kept.summary == WRITTEN


def test_what_was_typed_before_signing_in_anew_is_shown_and_sent_once_more(
    written: tuple[str, dict[str, Any]],
) -> None:
    address, sent = written
    client = sign_in(Client(enforce_csrf_checks=True), make_person("editor"))
    seen = send(client, address, sent | {"csrfmiddlewaretoken": "x" * 64})
    assert "You signed in after this was written" in seen.main
    assert "new tab" not in seen.main
    assert send(client, address, hidden(seen)).location == address.replace("/edit", "#summary")


def test_another_site_is_given_nothing_back(written: tuple[str, dict[str, Any]]) -> None:
    address, sent = written
    for headers in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        seen = send(Client(), address, sent, headers)
        assert (seen.status, seen.location.split("?")[0]) == (302, "/desk/account/sign-in")
        client = sign_in(Client(enforce_csrf_checks=True), make_person("editor"))
        assert "at fault" not in send(client, address, sent, headers).response.content.decode()


def test_passwords_and_buttons_alone_are_not_given_back(written: tuple[str, dict[str, Any]]) -> None:
    client = Client(enforce_csrf_checks=True)
    seen = send(client, "/desk/account/sign-in", {"login": "a@example.org", "password": "a quiet reading room"})
    assert seen.status == 403
    assert "quiet" not in seen.response.content.decode()
    assert send(Client(), written[0], {"revision": "1", "do": "save"}).status == 302


def test_pasted_text_comes_back_and_too_much_does_not_stay_in_memory() -> None:
    many = "A long text. " * 10_000
    seen = send(Client(), "/desk/take-in", {"text": many})
    assert hidden(seen)["text"] == many
    assert send(Client(), "/desk/take-in", {"text": many * 10}).status == 302


def test_what_was_written_while_somebody_approved_held_or_deleted_it_comes_back(
    written: tuple[str, dict[str, Any]],
) -> None:
    address, sent = written
    uid, editor = address.split("/")[3], sign_in(Client(), make_person("editor"))
    hold_draft(uid, by=CHIEF, at=NOON)
    seen = send(editor, address, sent)
    assert (seen.status, "It was at fault." in seen.main) == (409, True)
    assert hidden(seen)["text:summary"] == WRITTEN  # sent again when it is released
    release_draft(uid, by=CHIEF, at=NOON)
    approve(send_for_check(uid, 1, by=WRITER, at=NOON).uid, 1, by=CHECKER, at=NOON)
    seen = send(editor, address, sent)
    assert (seen.status, "It was at fault." in seen.main, hidden(seen)) == (409, True, {})
    assert "It is in the register already" in seen.main
    other = draft("21 000 002")
    delete_draft(other.uid, other.revision, by=WRITER, at=NOON)
    seen = send(editor, f"/desk/drafts/{other.uid}/edit", sent)
    assert (seen.status, "It was at fault." in seen.main) == (409, True)


def test_a_reason_is_given_back_to_who_was_overtaken() -> None:
    one = draft("21 000 003", summary=PERSONAL)
    found = get_draft(one.uid, at=NOON).findings[0].finding
    edited(one, summary=f"{PERSONAL} It has apologised.")
    editor = sign_in(Client(), make_person("editor"))
    sent = {"revision": "1", "finding": found.fingerprint, "answer": "necessary", "reason": "The street is the matter."}
    seen = send(editor, f"/desk/drafts/{one.uid}/answer", sent)
    assert (seen.status, "The street is the matter." in seen.main) == (409, True)
