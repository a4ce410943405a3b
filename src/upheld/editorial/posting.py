"""Sends mails beside the following of the journal, which must not wait for a mail server."""

import threading

from django.conf import settings
from django.db import connections

from upheld.editorial.actions.send_mail import forget_old, is_anything_due, send_due
from upheld.lib.clock import now

_NAME = "upheld-mail"


def send_meanwhile() -> None:
    """A chore: sends what is due, in a thread of its own, one at a time."""
    forget_old(at=now())
    if not settings.MAIL_URL or not is_anything_due(at=now()):
        return
    if not any(thread.name == _NAME for thread in threading.enumerate()):
        threading.Thread(target=_send, name=_NAME, daemon=True).start()


def _send() -> None:
    try:
        while send_due(at=now()):
            pass
    finally:
        connections.close_all()
