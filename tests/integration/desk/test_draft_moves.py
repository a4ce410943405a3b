"""Steps of a draft: what will happen is said first, then it is done, or refused with a sentence."""

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client

from tests.build.decision import published, record
from tests.build.draft import WRITER, checking, correction, draft, ready
from tests.build.person import signed_in_client
from tests.build.scheme import OFFICIAL
from upheld.editorial.models import Draft
from upheld.lib.clock import now
from upheld.register.actions.correct import Correction, correct
from upheld.register.models import Decision

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def editor() -> Client:
    return signed_in_client("editor", email=WRITER)


@pytest.fixture
def approver() -> Client:
    return signed_in_client("approver")


def page(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def post(client: Client, one: Draft, what: str, **sent: object) -> Any:
    return client.post(f"/desk/drafts/{one.uid}/{what}", {"revision": one.revision} | sent)


def after(client: Client, response: Any) -> str:
    assert response.status_code == 303, page(response)
    return page(client.get(response["Location"]))


def state(one: Draft) -> str:
    return Draft.objects.get(pk=one.pk).state


def test_it_is_sent_for_checking_and_is_ready_when_nothing_keeps_it_back(editor: Client) -> None:
    one = draft()
    assert "it waits for the approval of somebody else" in after(editor, post(editor, one, "send"))
    assert state(one) == "ready"


def test_approving_says_when_and_takes_it_into_the_register(approver: Client) -> None:
    one = ready()
    assert "Readers see it at once." in page(approver.get(f"/desk/drafts/{one.uid}/approve"))
    assert "21 000 001 is public now." in after(approver, post(approver, one, "approve"))
    assert Decision.objects.get().state == "published"
    assert state(one) == "taken"


def test_an_official_register_waits_for_the_day(approver: Client, official_scheme: None) -> None:
    one = ready(decided_on=now().date())
    shown = page(approver.get(f"/desk/drafts/{one.uid}/approve"))
    assert "Its embargo ends on" in shown
    assert "Approved. It will appear on" in after(approver, post(approver, one, "approve"))
    assert Decision.objects.get().state == "embargoed"


@pytest.fixture
def official_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)


def test_who_worked_on_it_cannot_approve_it() -> None:
    one = ready()
    own = signed_in_client("approver", email=WRITER)
    shown = page(own.get(f"/desk/drafts/{one.uid}/approve"))
    assert "You have worked on this draft, so somebody else has to approve it" in shown
    assert 'value="approve"' not in shown
    assert "Not done:" in after(own, post(own, one, "approve"))
    assert not Decision.objects.exists()


def test_what_is_kept_back_cannot_be_approved(approver: Client) -> None:
    one = checking()
    shown = page(approver.get(f"/desk/drafts/{one.uid}/approve"))
    assert "It cannot be done now:" in shown
    after(approver, post(approver, one, "approve"))
    assert not Decision.objects.exists()


def test_a_day_can_be_chosen_and_taken_away(editor: Client) -> None:
    one = draft()
    assert "Comes out not before" in page(editor.get(f"/desk/drafts/{one.uid}/day"))
    post(editor, one, "day", day="5", month="4", year="2100", do="keep")
    assert Draft.objects.get().not_before == dt.date(2100, 4, 5)
    assert 'name="year" value="2100"' in page(editor.get(f"/desk/drafts/{one.uid}/day"))
    post(editor, one, "day", do="none")
    assert Draft.objects.get().not_before is None
    wrong = post(editor, one, "day", day="31", month="2", year="2100", do="keep")
    assert wrong.status_code == 422
    assert "This is no day of the calendar" in page(wrong)


def test_it_goes_back_with_reasons_that_are_shown(approver: Client) -> None:
    one = checking()
    refused = post(approver, one, "return")
    assert refused.status_code == 422
    assert "Say why it goes back" in page(refused)
    shown = after(approver, post(approver, one, "return", note="Paragraph 3 <b>names</b> her."))
    assert "Paragraph 3 &lt;b&gt;names&lt;/b&gt; her." in shown
    assert state(one) == "returned"


def test_it_is_held_and_released_to_where_it_was(editor: Client) -> None:
    one = checking()
    assert "It is held." in after(editor, post(editor, one, "hold"))
    assert state(one) == "held"
    assert "It is released." in after(editor, post(editor, one, "release"))
    assert state(one) == "checking"


def test_never_is_proposed_by_one_and_agreed_by_a_manager(editor: Client) -> None:
    one = draft()
    reason = re.search(r'name="reason" type="radio" value="([^"]+)"', page(editor.get(f"/desk/drafts/{one.uid}/never")))
    assert reason
    assert "A manager has to agree." in after(editor, post(editor, one, "never", do="propose", reason=reason[1]))
    assert post(editor, one, "never", do="agree").status_code == 403
    manager = signed_in_client("manager")
    assert "Agree: never publish it" in page(manager.get(f"/desk/drafts/{one.uid}/never"))
    assert "Its text is deleted." in after(manager, post(manager, one, "never", do="agree"))
    assert state(one) == "never"
    gone = page(manager.get(f"/desk/drafts/{one.uid}"))
    assert "Never to be published" in gone
    assert manager.get(f"/desk/drafts/{one.uid}/preview").status_code == 404


def test_a_proposal_can_be_refused(editor: Client) -> None:
    one = draft()
    post(editor, one, "never", do="propose", reason="premature")
    manager = signed_in_client("manager")
    assert "goes its way" in after(manager, post(manager, one, "never", do="refuse"))
    assert not Draft.objects.get().never_reason


def test_it_is_deleted_by_the_one_who_began_it_alone(editor: Client, approver: Client) -> None:
    one = draft()
    assert "began this draft" in after(approver, post(approver, one, "delete"))
    assert post(editor, one, "delete")["Location"] == "/desk/"
    assert not Draft.objects.exists()


@pytest.mark.parametrize("what", ["send", "ready", "approve", "return", "hold", "release", "never", "delete", "day"])
def test_who_may_only_read_can_do_nothing(what: str) -> None:
    one = draft()
    reader = signed_in_client("reader")
    assert post(reader, one, what).status_code == 403
    assert Client().post(f"/desk/drafts/{one.uid}/{what}").status_code == 302


def test_an_older_text_is_neither_sent_nor_approved(editor: Client, approver: Client) -> None:
    one, other = draft(), ready("21 000 002")
    assert "changed this draft meanwhile" in after(editor, post(editor, one, "send", revision=9))
    assert "changed this draft meanwhile" in after(approver, post(approver, other, "approve", revision=9))
    assert not Decision.objects.exists()


def test_the_preview_is_the_public_page_and_public_to_nobody(editor: Client) -> None:
    one = draft()
    response = editor.get(f"/desk/drafts/{one.uid}/preview")
    shown = page(response)
    assert "Preview: nobody outside the desk sees this page" in shown
    assert 'class="reading"' in shown
    assert response["Cache-Control"] == "no-store"
    stranger = Client().get(f"/desk/drafts/{one.uid}/preview")
    assert stranger.status_code == 302
    assert "Alderford" not in stranger.content.decode()


def test_a_preview_without_what_it_must_have_says_what_is_missing(editor: Client) -> None:
    one = draft(reference="x", category="Housing")
    shown = page(editor.get(f"/desk/drafts/{one.uid}/preview"))
    assert "There is no public page of this draft yet." in shown


def test_what_changed_is_shown_word_by_word(editor: Client) -> None:
    decision = published()
    one = correction(decision)
    shown = page(editor.get(f"/desk/drafts/{one.uid}/changes"))
    assert f"From what the register says of {decision.reference} to its text of now." in shown
    assert "<ins>" in shown
    assert editor.get(f"/desk/drafts/{one.uid}/changes?from=7&to=9").status_code == 404


def test_a_correction_goes_on_from_the_version_that_the_decision_has_now(editor: Client) -> None:
    decision = published()
    one = correction(decision)
    correct([Correction(decision.pk, 1, record(summary="Mrs B complained."))], by="finch@ombudsman.example", at=now())
    assert f'href="/desk/drafts/{one.uid}/changes"' in page(editor.get(f"/desk/drafts/{one.uid}"))
    assert "go on from version 2" in page(editor.get(f"/desk/drafts/{one.uid}/changes"))
    assert "goes on from version 2" in after(editor, post(editor, one, "take-up", version="2"))
    assert Draft.objects.get().base_version == 2
