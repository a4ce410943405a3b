"""Adds entries. The only writer of the journal."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Max

from upheld.journal.models import Entry

_LOCK = 7_042_116_883_551  # any number that nothing else in this database uses as an advisory lock


class ActorError(ValueError):
    """Nobody is named as the one who acts."""


@dataclass(frozen=True)
class NewEntry:
    """An entry before it has a number."""

    kind: str
    subject: str
    subject_id: int | None = None
    version: int | None = None
    reason: str = ""
    data: Mapping[str, int | str | bool | None] = field(default_factory=dict)


@contextmanager
def writing() -> Iterator[None]:
    """A transaction in which this process alone may write: what it reads stays true until it ends."""
    with transaction.atomic():
        _lock()
        yield


def append(entries: Sequence[NewEntry], *, by: str, at: dt.datetime) -> int:
    """Adds the entries in their order, inside `writing()`. Gives the number of the last, the journal's new head."""
    if not by.strip():
        raise ActorError("Say who does this: --by “name”")
    head: int = Entry.objects.aggregate(head=Max("number"))["head"] or 0
    rows = [_row(number, entry, by.strip()[:200], at) for number, entry in enumerate(entries, start=head + 1)]
    Entry.objects.bulk_create(rows, batch_size=500)
    return head + len(rows)


def _row(number: int, entry: NewEntry, by: str, at: dt.datetime) -> Entry:
    return Entry(
        number=number,
        kind=entry.kind,
        subject=entry.subject,
        subject_id=entry.subject_id,
        version=entry.version,
        reason=entry.reason,
        data=dict(entry.data),
        at=at,
        by=by,
    )


def _lock() -> None:
    """SQLite's write lock is already held (BEGIN IMMEDIATE); PostgreSQL needs its advisory lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
