"""Redacting in the desk: every place before and after, then gone."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.build.decision import published
from tests.build.person import make_person, signed_in_client
from tests.build.reader import Seen
from upheld.editorial.models import Notice, Outgoing
from upheld.journal.models import Entry
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db
SUMMARY = "Mrs Quillfeather complained that the Council lost her papers."


def post(client: Client, decision: Decision, **data: str) -> Seen:
    return Seen(client.post(f"/desk/decisions/{decision.uid}/redact", data, follow=True))


def test_every_place_is_shown_first_and_nothing_is_done() -> None:
    decision, client = published(summary=SUMMARY), signed_in_client("approver")
    other = published("21 000 002", summary="Again Mrs Quillfeather, of 21 000 001.")
    before = Entry.objects.count()
    shown = post(client, decision, words="Mrs Quillfeather", replacement="Mrs B")
    assert shown.all("//main//del") == ["[removed: Quillfeather]"]
    assert other.reference in shown.main
    assert "cannot be undone" in shown.main
    assert "The text of version 1" in shown.main
    assert Entry.objects.count() == before


def test_where_the_search_lags_it_is_told_that_its_files_still_hold_the_words(settings: Settings) -> None:
    settings.FOLLOW = "tests.build.visible.never"
    decision, client = published(summary=SUMMARY), signed_in_client("approver")
    done = post(client, decision, words="Mrs Quillfeather", replacement="Mrs B", do="erase")
    assert "The words are erased from 21 000 001." in done.main
    assert "words that were erased still stand in the search's files" in done.main


def test_confirmed_it_is_gone_and_nobody_is_told_the_words() -> None:
    make_person("manager")
    decision, client = published(summary=SUMMARY), signed_in_client("approver")
    done = post(client, decision, words="Mrs Quillfeather", replacement="Mrs B", do="erase")
    assert "The words are erased from 21 000 001. Gone from every page at " in done.main
    assert "Quillfeather" not in done.response.content.decode()
    decision.refresh_from_db()
    assert decision.version.summary == "Mrs B complained that the Council lost her papers."
    told = str([*Notice.objects.values(), *Outgoing.objects.values(), *Entry.objects.values()])
    assert "Quillfeather" not in told
    assert Notice.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "replacement", "fault"),
    [("", "x", "at least two characters"), ("Nobody", "x", "do not stand in"), ("papers", "papers", "holds the words")],
)
def test_what_cannot_be_done_is_said(words: str, replacement: str, fault: str) -> None:
    decision, client = published(summary=SUMMARY), signed_in_client("approver")
    shown = post(client, decision, words=words, replacement=replacement, do="erase")
    assert shown.status == 409
    assert fault in shown.main
    assert Decision.objects.get().version_number == 1


def test_only_those_who_may_see_the_form() -> None:
    decision = published()
    assert signed_in_client("editor").get(f"/desk/decisions/{decision.uid}/redact").status_code == 403
