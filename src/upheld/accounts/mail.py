"""Mails about accounts, sent beside the request: its time does not tell whether there was anybody to write to."""

import threading

import structlog
from django.conf import settings
from django.core.mail import EmailMessage

log = structlog.get_logger()


def can_send() -> bool:
    """Whether this deployment has a mail server."""
    return bool(settings.MAIL_URL)


def send_soon(to: str, subject: str, text: str) -> None:
    """Sends a mail, if there is a mail server. A failure is logged, without the address."""
    if can_send():
        threading.Thread(target=_send, args=(EmailMessage(subject, text, to=[to]),), name="mail").start()


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except OSError as error:
        log.warning("a mail could not be sent", error=type(error).__name__)
