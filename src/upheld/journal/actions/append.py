"""Adds entries. The only writer of the journal."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Max

from upheld.journal.models import Entry
from upheld.lib.rows import adapted, insert_rows

_COLUMNS = ("number", "kind", "subject", "subject_id", "version", "reason", "data", "at", "by")
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
    rows = (_row(number, entry, by.strip()[:200], adapted(at)) for number, entry in enumerate(entries, head + 1))
    insert_rows(Entry, _COLUMNS, rows)
    return head + len(entries)


def _row(number: int, entry: NewEntry, by: str, at: object) -> tuple[object, ...]:
    data = json.dumps(dict(entry.data)) if entry.data else "{}"
    return (number, entry.kind, entry.subject, entry.subject_id, entry.version, entry.reason, data, at, by)


def _lock() -> None:
    """SQLite's write lock is already held (BEGIN IMMEDIATE); PostgreSQL needs its advisory lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
