"""A batch: the clean drafts together with one confirmation, the others one by one."""

import datetime as dt
import html

import pytest
from django.test import Client

from tests.build.draft import CHIEF, checking, draft, ready, text
from tests.build.person import make_person, sign_in, signed_in_client
from upheld.editorial.actions.answer_finding import answer_finding
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.actions.send import send_for_check
from upheld.editorial.models import Draft
from upheld.editorial.queries.draft import get_draft
from upheld.lib.clock import now
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    """Somebody who may approve and has prepared nothing."""
    return sign_in(Client(), make_person("approver", email=CHIEF))


def _page(desk: Client) -> str:
    return html.unescape(desk.get("/desk/batch").content.decode())


def _post(desk: Client, step: str, *drafts: Draft) -> str:
    answer = desk.post(f"/desk/batch/{step}", {"chosen": [f"draft:{one.uid}" for one in drafts]}, follow=True)
    return html.unescape(answer.content.decode())


def _answered(reference: str) -> Draft:
    """A draft in which something was found and answered."""
    one = draft(reference, summary="Mrs B wrote to Quentin about it. The Council was at fault.")
    for found in get_draft(one.uid, at=now()).open_findings:
        one = answer_finding(
            one.uid, one.revision, found.finding.fingerprint, "not-personal", "", by="a@b.example", at=now()
        )
    return send_for_check(one.uid, one.revision, by="a@b.example", at=now())


def test_clean_drafts_stand_apart_from_those_with_findings(desk: Client) -> None:
    ready("21 000 001")
    checking("21 000 002")
    answered = _answered("21 000 003")
    assert answered.state == "ready"
    page = _page(desk)
    assert "1 clean draft<" in page
    assert "1 to approve one by one" in page
    assert page.index("21 000 001") < page.index("1 to approve one by one") < page.index("21 000 003")
    assert "1 more draft" in page


def test_what_one_prepared_is_left_to_somebody_else(desk: Client) -> None:
    ready("21 000 001", by=CHIEF)
    page = _page(desk)
    assert "1 that somebody else must approve" in page
    assert 'name="chosen"' not in page


@pytest.mark.slow
def test_one_confirmation_approves_them_all(desk: Client) -> None:
    drafts = [ready(f"21 000 00{number}") for number in range(3)]
    confirming = _post(desk, "confirm", *drafts)
    assert "Approve 3" in confirming
    assert "at once (3)" in confirming
    assert not Decision.objects.exists()
    page = _post(desk, "approve", *drafts)
    assert "3 approved" in page
    assert Decision.objects.filter(state="published").count() == 3


@pytest.mark.usefixtures("official")
def test_it_says_when_each_will_appear(desk: Client) -> None:
    decided = now().date() - dt.timedelta(days=10)
    one = ready("21 000 001", decided_on=decided)
    day = decided + dt.timedelta(days=42)
    words = f"on {day.day} {day:%B %Y}"
    assert words in html.unescape(_post(desk, "confirm", one)).replace('<span class="whole">', "").replace(
        "</span>", ""
    )
    assert f"Appears {words}" in _post(desk, "approve", one)
    assert Decision.objects.get().state == "embargoed"


def test_one_that_changed_meanwhile_keeps_no_other_back(desk: Client) -> None:
    first, second = ready("21 000 001"), ready("21 000 002")
    record = get_draft(second.uid, at=now()).record
    assert record is not None
    edit_draft(second.uid, second.revision, record.model_copy(update={"summary": "Mrs B rang 07700 900123."}),
               by="a@b.example", at=now())  # fmt: skip
    page = _post(desk, "approve", first, second)
    assert "1 approved" in page
    assert "1 stays where it is" in page
    assert [one.reference for one in Decision.objects.all()] == ["21 000 001"]


def test_what_one_prepared_is_refused_even_if_it_is_sent(desk: Client) -> None:
    page = _post(desk, "approve", ready("21 000 001", by=CHIEF))
    assert "Nothing was approved" in page
    assert "somebody else has to approve it" in page


def test_nothing_chosen_is_said(desk: Client) -> None:
    ready("21 000 001")
    assert "Choose the drafts that you approve" in _post(desk, "confirm")


def test_an_empty_batch_says_where_drafts_are(desk: Client) -> None:
    assert "Nothing is ready to be approved" in _page(desk)
    checking("21 000 001")
    assert 'href="/desk/find?state=checking"' in _page(desk)


@pytest.mark.parametrize("role", ["reader", "editor", "administrator"])
def test_who_may_not_approve_sees_no_batch(role: str) -> None:
    assert signed_in_client(role).get("/desk/batch").status_code == 403


def test_what_changed_after_it_was_shown_is_not_approved(desk: Client) -> None:
    one = ready("21 000 001")
    shown = _post(desk, "confirm", one)
    assert f'name="seen" value="{one.uid}:1"' in shown
    edit_draft(one.uid, 1, text("21 000 001", summary="Somebody wrote another summary."), by="a@b.example", at=now())
    sent = {"chosen": [f"draft:{one.uid}"], "seen": [f"{one.uid}:1"]}
    page = html.unescape(desk.post("/desk/batch/approve", sent, follow=True).content.decode())
    assert "changed this draft meanwhile" in page
    assert not Decision.objects.exists()
