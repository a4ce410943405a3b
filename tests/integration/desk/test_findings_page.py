"""Findings in a published decision, answered at the desk."""

import pytest

from tests.build.decision import published
from tests.build.person import signed_in_client
from tests.build.reader import Seen
from upheld.editorial.models import FindingAnswer

pytestmark = pytest.mark.django_db
SUMMARY = "Mr X can be called on 07700 900123 at any time. The Council was at fault."


def test_a_finding_is_shown_and_answered() -> None:
    decision, client = published(summary=SUMMARY), signed_in_client("editor")
    address = f"/desk/decisions/{decision.uid}/findings"
    shown = Seen(client.get(address))
    assert "07700 900123" in shown.main
    [fingerprint] = set(shown.all("//input[@name='finding']/@value"))
    done = Seen(client.post(f"{address}/answer", {"finding": fingerprint, "answer": "not-personal"}, follow=True))
    assert "Nothing is open any more." in done.main
    again = client.post(f"{address}/answer", {"finding": fingerprint, "answer": "not-personal"})
    assert again.status_code == 409
    assert FindingAnswer.objects.count() == 1


def test_necessary_needs_a_reason_and_a_second_person() -> None:
    decision, first = published(summary=SUMMARY), signed_in_client("editor")
    address = f"/desk/decisions/{decision.uid}/findings"
    fingerprint = Seen(first.get(address)).all("//input[@name='finding']/@value")[0]
    data = {"finding": fingerprint, "answer": "necessary", "reason": ""}
    assert first.post(f"{address}/answer", data).status_code == 409
    first.post(f"{address}/answer", data | {"reason": "It is the Council's own number"})
    confirm = {"finding": fingerprint, "answer": "confirm"}
    assert first.post(f"{address}/answer", confirm).status_code == 409
    second = Seen(signed_in_client("editor").post(f"{address}/answer", confirm, follow=True))
    assert "Confirmed by" in second.main
