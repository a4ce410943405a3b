"""Forgets sessions and attempts whose time is over."""

import datetime as dt

from django.contrib.sessions.models import Session

from upheld.accounts.models import Attempt


def forget_old(*, at: dt.datetime) -> None:
    """Deletes what has run out. It is nothing that happened to anybody: the journal does not speak of it."""
    Session.objects.filter(expire_date__lt=at).delete()
    Attempt.objects.filter(expires__lt=at).delete()
