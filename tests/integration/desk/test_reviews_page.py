"""Reviews in the desk."""

import pytest

from tests.build.decision import published
from tests.build.person import signed_in_client
from tests.build.reader import Seen
from upheld.editorial.models import OpenReview
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db


def test_opening_one_holds_the_decision_and_closing_it_releases() -> None:
    published()
    client = signed_in_client("editor")
    opened = Seen(client.post("/desk/reviews", {"reference": "21000001", "kind": "court"}, follow=True))
    assert "Judicial review of 21 000 001 opened. Gone from every page at" in opened.main
    assert Decision.objects.get().state == "held"
    again = Seen(client.post("/desk/reviews", {"reference": "21 000 001", "kind": "court"}))
    assert (again.status, "open already" in again.main) == (409, True)
    review = OpenReview.objects.get()
    closed = Seen(client.post(f"/desk/reviews/{review.pk}/close", follow=True))
    assert "The decision is back where it was since" in closed.main
    assert Decision.objects.get().state == "published"
    assert client.post(f"/desk/reviews/{review.pk}/close").status_code == 409


@pytest.mark.parametrize("data", [{"reference": "x", "kind": "review"}, {"reference": "21 000 001", "kind": "x"}])
def test_what_is_not_understood_is_said(data: dict[str, str]) -> None:
    shown = Seen(signed_in_client("editor").post("/desk/reviews", data))
    assert shown.status == 400
    assert shown.all("//div[contains(@class, 'govuk-error-summary')]")
    assert not OpenReview.objects.exists()


def test_a_case_not_taken_in_yet_can_be_under_review() -> None:
    client = signed_in_client("editor")
    shown = Seen(client.post("/desk/reviews", {"reference": "21 000 009", "kind": "review"}, follow=True))
    assert "Not taken in yet" in shown.main
