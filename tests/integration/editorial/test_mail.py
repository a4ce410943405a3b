"""Mails to colleagues, received by a real server: what was done, never a word of a text, and tried again."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests.build.decision import NOON, published
from tests.build.mail_server import Kept, mail_server
from tests.build.person import make_person
from upheld.editorial.actions.hold import hold, release
from upheld.editorial.actions.redact import redact
from upheld.editorial.actions.report_recognition import report_recognition
from upheld.editorial.actions.send_mail import forget_old, send_due
from upheld.editorial.models import Outgoing
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db
SUMMARY = "Mrs Quillfeather complained that the Council lost her papers."


@pytest.fixture
def server(settings: Any) -> Iterator[Kept]:
    with mail_server() as kept:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", kept.port
        settings.MAIL_URL = f"smtp://127.0.0.1:{kept.port}"
        yield kept


def test_others_are_told_of_a_hold(server: Kept) -> None:
    bea = make_person("manager")
    decision = published(summary=SUMMARY)
    hold([decision.pk], by="ada@example.org", at=NOON, reason="identity")
    assert send_due(at=NOON) == 1
    [mail] = server.mails
    assert (mail["To"], mail["Subject"]) == (bea.email, "Held: 21 000 001")
    text = server.text()
    assert "Ada@example.org held 21 000 001 on 2 March 2026 at 12:00." in text
    assert "Reason: To protect someone's identity." in text
    assert f"/desk/decisions/{decision.uid}" in text
    assert "/desk/hold/" not in text  # it is held already
    assert "Quillfeather" not in text
    assert send_due(at=NOON + dt.timedelta(days=1)) == 0


def test_a_redaction_is_told_without_the_words_and_with_the_way_to_hold(server: Kept) -> None:
    make_person("manager")
    decision = published(summary=SUMMARY)
    redact(decision.pk, ["Mrs Quillfeather"], "Mrs B", by="ada@example.org", at=NOON)
    send_due(at=NOON)
    assert server.mails[0]["Subject"] == "Words removed: 21 000 001"
    assert "Quillfeather" not in server.mails[0].as_string()
    assert "/desk/hold/" in server.text()


def test_the_link_of_a_readers_report_holds_the_decision_for_whom_it_was_sent_to(server: Kept) -> None:
    cleo = make_person("editor")
    decision = published(summary=SUMMARY)
    report_recognition(decision.pk, "known", "The green sail", "me@example.org", by="a reader", at=NOON)
    send_due(at=NOON)
    text = server.text()
    assert server.mails[0]["To"] == cleo.email
    assert "green sail" not in text
    assert "me@example.org" not in text
    [link] = re.findall(r"http\S+/desk/hold/\S+", text)
    assert Client().post(urlsplit(link).path).status_code == 200
    assert Decision.objects.get().state == "held"


def test_what_cannot_be_sent_is_tried_again_later_and_later(server: Kept) -> None:
    make_person("manager")
    decision = published()
    hold([decision.pk], by="ada", at=NOON)
    server.refuses = True
    assert send_due(at=NOON) == 0
    assert send_due(at=NOON + dt.timedelta(seconds=59)) == 0
    assert Outgoing.objects.get().attempts == 1
    assert send_due(at=NOON + dt.timedelta(minutes=1)) == 0
    assert Outgoing.objects.get().due_at == NOON + dt.timedelta(minutes=6)
    server.refuses = False
    assert send_due(at=NOON + dt.timedelta(minutes=6)) == 1
    assert len(server.mails) == 1


def test_it_gives_up_after_days(server: Kept) -> None:
    make_person("manager")
    hold([published().pk], by="ada", at=NOON)
    server.refuses = True
    at = NOON
    for _ in range(12):
        send_due(at=at)
        at += dt.timedelta(days=2)
    waiting = Outgoing.objects.get()
    assert (waiting.attempts, waiting.sent_at) == (8, None)
    assert waiting.failed


def test_nobody_is_written_to_who_has_left(server: Kept) -> None:
    bea = make_person("manager")
    hold([published().pk], by="ada", at=NOON)
    bea.is_active = False
    bea.save()
    assert send_due(at=NOON) == 0
    assert server.mails == []


def test_many_held_together_are_one_mail(server: Kept) -> None:
    make_person("manager")
    decisions = [published(f"21 000 {number:03d}") for number in range(15)]
    hold([one.pk for one in decisions], by="ada", at=NOON)
    assert send_due(at=NOON) == 1
    assert "21 000 011 and 3 more" in server.text().replace("\n", " ")
    release([decisions[0].pk], by="ada", at=NOON)


def test_without_a_mail_server_nothing_is_sent_and_old_news_is_forgotten() -> None:
    make_person("manager")
    hold([published().pk], by="ada", at=NOON)
    assert send_due(at=NOON) == 0
    assert Outgoing.objects.get().sent_at is None
    forget_old(at=NOON + dt.timedelta(days=2))
    assert Outgoing.objects.exists()
    forget_old(at=NOON + dt.timedelta(days=4))
    assert not Outgoing.objects.exists()
