"""Beginning a correction at the desk."""

import pytest

from tests.build.decision import NOON, published
from tests.build.person import signed_in_client
from tests.build.reader import Seen
from upheld.editorial.models import Draft
from upheld.register.actions.withdraw import withdraw

pytestmark = pytest.mark.django_db


def test_a_correction_is_a_draft_of_the_present_text() -> None:
    decision, client = published(), signed_in_client("editor")
    data = {"change": "major", "reason": "accuracy"}
    begun = client.post(f"/desk/decisions/{decision.uid}/correct", data)
    draft = Draft.objects.get()
    assert begun.headers["Location"] == f"/desk/drafts/{draft.uid}/edit"
    assert (draft.decision, draft.change, draft.reason) == (decision, "major", "accuracy")
    again = client.post(f"/desk/decisions/{decision.uid}/correct", data)
    assert (Draft.objects.count(), again.status_code) == (1, 303)
    shown = Seen(client.get(f"/desk/decisions/{decision.uid}"))
    assert shown.links()["Go on with the correction"] == f"/desk/drafts/{draft.uid}"


def test_what_is_withdrawn_cannot_be_corrected() -> None:
    decision, client = published(), signed_in_client("editor")
    withdraw([decision.pk], by="ada", at=NOON)
    assert "restore it first" in Seen(client.get(f"/desk/decisions/{decision.uid}/correct")).main
    assert client.post(f"/desk/decisions/{decision.uid}/correct").status_code == 409
    assert not Draft.objects.exists()
