"""Reads of the journal."""

from collections.abc import Sequence

from django.db.models import Max

from upheld.journal.models import Entry


def get_head() -> int:
    """The number of the newest entry; 0 in an empty journal."""
    return Entry.objects.aggregate(head=Max("number"))["head"] or 0


def list_after(number: int, limit: int) -> Sequence[Entry]:
    """At most `limit` entries after `number`, in order."""
    return list(Entry.objects.filter(number__gt=number).order_by("number")[:limit])
