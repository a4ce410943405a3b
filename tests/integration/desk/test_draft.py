"""A draft as it is checked: what keeps it back, what was found, and the answers given."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.build.decision import NOON
from tests.build.draft import PERSONAL, WRITER, draft, ready, text
from tests.build.person import signed_in_client
from upheld.editorial.actions.start_draft import start_draft
from upheld.editorial.models import Draft, FindingAnswer
from upheld.editorial.queries.draft import get_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    return signed_in_client("editor", email="finch@ombudsman.example")


def page(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def finding(one: Draft, words: str) -> str:
    return next(
        found.finding.fingerprint for found in get_draft(one.uid, at=NOON).findings if found.finding.words == words
    )


def answer(client: Client, one: Draft, words: str, what: str, **more: object) -> Any:
    sent = {"finding": finding(one, words), "answer": what, "revision": one.revision} | more
    return client.post(f"/desk/drafts/{one.uid}/answer", sent)


def test_shows_the_text_with_what_was_found_in_place(editor: Client) -> None:
    one = draft(summary=PERSONAL)
    shown = page(editor.get(f"/desk/drafts/{one.uid}"))
    assert re.search(r'href="#finding-\d+">07700 900123<sup', shown)
    assert "This is a telephone number." in shown
    assert "Almost certain" in shown
    assert "to settle" in shown


def test_says_what_keeps_it_back_with_the_way_to_each(editor: Client) -> None:
    one = start_draft(text(summary="", outcome=None), by=WRITER, at=NOON, source="form")
    shown = page(editor.get(f"/desk/drafts/{one.uid}"))
    assert f'<a href="/desk/drafts/{one.uid}/edit?at=summary#summary">Write its summary</a>' in shown
    assert f'<a href="/desk/drafts/{one.uid}/edit?at=facts#outcome">Choose its outcome</a>' in shown


def test_a_reader_sees_it_and_can_do_nothing() -> None:
    one = draft(summary=PERSONAL)
    reader = signed_in_client("reader")
    shown = page(reader.get(f"/desk/drafts/{one.uid}"))
    assert "Mrs B wrote to" in shown
    assert "<form" not in shown.partition("<main")[2].partition("</main>")[0]
    assert reader.post(f"/desk/drafts/{one.uid}/answer", {}).status_code == 403
    assert reader.get(f"/desk/drafts/{one.uid}/replace").status_code == 403


def test_a_stranger_sees_nothing() -> None:
    one = draft()
    response = Client().get(f"/desk/drafts/{one.uid}")
    assert response.status_code == 302
    assert "Alderford" not in response.content.decode()


def test_no_such_draft(editor: Client) -> None:
    assert editor.get("/desk/drafts/nothing").status_code == 404
    assert editor.post("/desk/drafts/nothing/answer", {}).status_code == 404


def test_not_personal_is_remembered_for_the_register(editor: Client) -> None:
    one, other = draft(summary=PERSONAL), draft("21 000 002", summary="Tobias Quill wrote. He was late.")
    name = next(one.finding.words for one in get_draft(one.uid, at=NOON).findings if "Quill" in one.finding.words)
    response = answer(editor, one, name, "not-personal")
    assert response.status_code == 303
    assert "is remembered for the whole register" in page(editor.get(response["Location"]))
    assert not [found for found in get_draft(other.uid, at=NOON).findings if found.finding.words == name]


def test_necessary_needs_a_reason_and_a_second_person(editor: Client) -> None:
    one = draft(summary=PERSONAL)
    refused = answer(editor, one, "07700 900123", "necessary", reason=" ")
    assert refused.status_code == 422
    assert "Say why these words are necessary: the law asks for the reason." in page(refused)
    answer(editor, one, "07700 900123", "necessary", reason="The number itself is what the case is about")
    assert "Waits for a second person to confirm it." in page(editor.get(f"/desk/drafts/{one.uid}"))
    second = signed_in_client("approver")
    assert "Confirm that it is necessary" in page(second.get(f"/desk/drafts/{one.uid}"))
    answer(second, one, "07700 900123", "confirm")
    assert FindingAnswer.objects.get().confirmed_by == second.person.email  # type: ignore[attr-defined]


def test_replacing_is_shown_first_and_then_done_everywhere(editor: Client) -> None:
    one = draft(summary=f"{PERSONAL} Call 07700 900123.")
    wanted = finding(one, "07700 900123")
    shown = page(editor.get(f"/desk/drafts/{one.uid}/replace?finding={wanted}"))
    assert "Replace in 2 places" in shown
    assert Draft.objects.get().revision == 1
    sent = {"finding": wanted, "replacement": "the number", "revision": 1, "do": "replace"}
    response = editor.post(f"/desk/drafts/{one.uid}/replace", sent)
    assert response.status_code == 303
    record = get_draft(one.uid, at=NOON).record
    assert record is not None
    assert record.summary.count("the number") == 2


def test_an_answer_to_an_older_text_is_refused_and_told(editor: Client) -> None:
    one = draft(summary=PERSONAL)
    response = answer(editor, one, "07700 900123", "not-personal", revision=7)
    assert "changed this draft meanwhile" in page(editor.get(response["Location"]))
    assert not FindingAnswer.objects.exists()


def test_what_is_ready_offers_approval_only_to_somebody_else() -> None:
    one = ready(by="wren@ombudsman.example")
    own = signed_in_client("approver", email="wren@ombudsman.example")
    assert "You have worked on this draft, so somebody else has to approve it" in page(
        own.get(f"/desk/drafts/{one.uid}")
    )
    other = signed_in_client("approver")
    assert f'href="/desk/drafts/{one.uid}/approve"' in page(other.get(f"/desk/drafts/{one.uid}"))


def test_marks_in_the_text_are_shown_and_not_obeyed(editor: Client) -> None:
    evil = '</textarea><img src=x onerror="alert(1)">'
    one = draft(
        summary=evil, organisations=[{"name": evil}],
        sections=[{"heading": evil, "blocks": [{"number": 1, "text": evil, "items": [evil]}]}],
    )  # fmt: skip
    shown = editor.get(f"/desk/drafts/{one.uid}").content.decode()
    assert "<img" not in shown
    assert "&lt;img src=x" in shown
