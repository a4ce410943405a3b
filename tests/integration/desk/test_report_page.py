"""A reader's report in the desk: read, acted on, closed, forgotten."""

import pytest

from tests.build.decision import NOON, published
from tests.build.person import signed_in_client
from tests.build.reader import Seen
from upheld.editorial.actions.report_recognition import report_recognition
from upheld.editorial.models import RecognitionReport
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db
WORDS = "The green sail in paragraph 4"


def make() -> tuple[Decision, RecognitionReport]:
    decision = published()
    uid = report_recognition(decision.pk, "known", WORDS, "me@example.org", by="a reader", at=NOON)
    return decision, RecognitionReport.objects.get(uid=uid)


def test_it_shows_the_words_the_decision_and_what_can_be_done() -> None:
    decision, report = make()
    shown = Seen(signed_in_client("approver").get(f"/desk/reports/{report.uid}"))
    assert WORDS in shown.main
    assert "me@example.org" in shown.main
    assert "Answer by 3 March 2026 (late)" in shown.main
    links = shown.links()
    assert links["Hold now"] == f"/desk/decisions/{decision.uid}/hold?reason=identity"
    assert "Redact words" in links


def test_readers_of_the_desk_do_not_see_what_was_written() -> None:
    _, report = make()
    client = signed_in_client("reader")
    assert client.get(f"/desk/reports/{report.uid}").status_code == 403
    assert client.get("/desk/reports").status_code == 403


def test_the_list_has_no_words() -> None:
    _, report = make()
    shown = Seen(signed_in_client("editor").get("/desk/reports"))
    assert shown.links()["21 000 001"] == f"/desk/reports/{report.uid}"
    assert "green sail" not in shown.text


def test_it_is_closed_with_what_came_of_it_and_can_be_forgotten_at_once() -> None:
    _, report = make()
    client, address = signed_in_client("editor"), f"/desk/reports/{report.uid}"
    refused = Seen(client.post(address, {"result": "no-change", "note": ""}))
    assert refused.status == 409
    assert "say why" in refused.main
    assert client.post(address, {"result": "x"}).status_code == 400
    assert client.post(f"{address}/words").status_code == 409
    closed = Seen(client.post(address, {"result": "no-change", "note": "It is invented"}, follow=True))
    assert "is closed: no change." in closed.main
    gone = Seen(client.post(f"{address}/words", follow=True))
    assert "What the reader wrote is deleted." in gone.main
    assert "green sail" not in gone.text
    assert RecognitionReport.objects.get().text == ""
