"""Sends the mails that wait, each once, and tries again later what could not be sent."""

import datetime as dt
import smtplib

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q

from upheld.accounts.models import Person
from upheld.accounts.roles import ROLES, role_may
from upheld.editorial.hold_links import HOURS, sign_hold
from upheld.editorial.letters import Letter, write_letter
from upheld.editorial.models import Outgoing, RecognitionReport
from upheld.register.models import Decision
from upheld.register.models.decision import PUBLISHED

log = structlog.get_logger()
_BACKOFF = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
_BATCH = 20
KEPT = dt.timedelta(days=30)
_NEWS = dt.timedelta(days=3)


def send_due(*, at: dt.datetime) -> int:
    """Sends what is due, where there is a mail server. Gives how many were sent.

    Each is claimed first, so that no two processes send it.
    """
    if not settings.MAIL_URL:
        return 0
    sent = 0
    for outgoing in Outgoing.objects.filter(sent_at=None, failed="", due_at__lte=at).order_by("due_at", "pk")[:_BATCH]:
        if _claim(outgoing, at):
            sent += _send(outgoing, at)
    return sent


def forget_old(*, at: dt.datetime) -> None:
    """Deletes mails that were sent or given up long ago, and those that could not be sent while they were news."""
    done = ~Q(sent_at=None, failed="") & Q(due_at__lt=at - KEPT)
    late = Q(sent_at=None, failed="", due_at__lt=at - _NEWS)
    old = Outgoing.objects.filter(done | late)
    if old.exists():
        old.delete()


def is_anything_due(*, at: dt.datetime) -> bool:
    """Whether a mail waits to be sent now."""
    return Outgoing.objects.filter(sent_at=None, failed="", due_at__lte=at).exists()


def _claim(outgoing: Outgoing, at: dt.datetime) -> bool:
    """Takes the mail, by putting off the next attempt: whoever dies while sending leaves it to that."""
    later = at + _BACKOFF[min(outgoing.attempts, len(_BACKOFF) - 1)]
    rows = Outgoing.objects.filter(pk=outgoing.pk, attempts=outgoing.attempts, sent_at=None)
    return rows.update(attempts=outgoing.attempts + 1, due_at=later) == 1


def _send(outgoing: Outgoing, at: dt.datetime) -> bool:
    row = Outgoing.objects.filter(pk=outgoing.pk)
    person = Person.objects.filter(email__iexact=outgoing.to, is_active=True).first()
    letter = _letter(outgoing, person) if person else None
    if letter is None:
        row.update(failed="nobody to send it to")
        return False
    try:
        EmailMessage(letter.subject, letter.text, to=[outgoing.to]).send()
    except (OSError, smtplib.SMTPException) as error:
        log.warning("a mail could not be sent", error=type(error).__name__, attempts=outgoing.attempts + 1)
        if outgoing.attempts + 1 > len(_BACKOFF):
            row.update(failed=type(error).__name__[:60])
        return False
    row.update(sent_at=at)
    return True


def _letter(outgoing: Outgoing, person: Person) -> Letter | None:
    """The mail in words, made when it goes; None when what it was about is gone."""
    payload, decisions, desk = outgoing.payload, _decisions(outgoing), "/desk/"
    if not decisions:
        return None
    if len(decisions) == 1:
        desk = f"/desk/decisions/{decisions[0].uid}"
    if outgoing.subject == "report":
        desk = RecognitionReport.objects.get(pk=outgoing.subject_id or 0).get_absolute_url()
    return write_letter(
        outgoing.kind, [one.reference for one in decisions], by=str(payload["by"]),
        at=dt.datetime.fromisoformat(str(payload["at"])), reason=str(payload["reason"]),
        desk=settings.PUBLIC_URL + desk, hold=_hold_link(person, decisions), hours=HOURS,
    )  # fmt: skip


def _decisions(outgoing: Outgoing) -> list[Decision]:
    ids = list(outgoing.payload["ids"])
    if outgoing.subject == "report":
        ids = list(RecognitionReport.objects.filter(pk__in=ids).values_list("decision_id", flat=True))
    return list(Decision.objects.filter(pk__in=ids).order_by("reference_key"))


def _hold_link(person: Person, decisions: list[Decision]) -> str:
    """Only for one that can be read now, and somebody who may hold it."""
    may = person.role in ROLES and role_may(person.role, "hold")
    if len(decisions) != 1 or decisions[0].state != PUBLISHED or not may:
        return ""
    return f"{settings.PUBLIC_URL}/desk/hold/{sign_hold(person.pk, decisions[0])}"
