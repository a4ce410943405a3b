"""Remembers that somebody has seen what they were told."""

import datetime as dt

from django.db import transaction

from upheld.editorial.models import Notice


def see_notices(*, by: str, at: dt.datetime) -> int:
    """The person's own notices are seen, all of them. Gives how many there were. The journal is not told."""
    with transaction.atomic():
        return Notice.objects.filter(person__iexact=by, seen_at=None).update(seen_at=at)
