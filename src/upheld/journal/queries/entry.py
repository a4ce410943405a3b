"""Reads of the journal."""

import datetime as dt
from collections.abc import Collection, Sequence

from django.db.models import Count, Max

from upheld.journal.models import Entry


def get_head() -> int:
    """The number of the newest entry; 0 in an empty journal."""
    return Entry.objects.aggregate(head=Max("number"))["head"] or 0


def list_after(number: int, limit: int) -> Sequence[Entry]:
    """At most `limit` entries after `number`, in order."""
    return list(Entry.objects.filter(number__gt=number).order_by("number")[:limit])


def list_of_kinds(kinds: Collection[str], *, after: int) -> Sequence[Entry]:
    """The entries of these kinds after the number `after`, in order."""
    return list(Entry.objects.filter(number__gt=after, kind__in=kinds).order_by("number"))


def count_since(at: dt.datetime) -> dict[str, int]:
    """How many entries of each kind there are since then."""
    rows = Entry.objects.filter(number__gt=_last_before(at), at__gte=at)
    return dict(rows.values_list("kind").annotate(count=Count("number")).order_by())


def _last_before(at: dt.datetime) -> int:
    """The number of the last entry before an instant, found by halving: numbers grow with time."""
    first, last = 0, get_head()
    while first < last:
        middle = (first + last + 1) // 2
        is_before = Entry.objects.filter(number=middle, at__lt=at).exists()
        first, last = (middle, last) if is_before else (first, middle - 1)
    return first
