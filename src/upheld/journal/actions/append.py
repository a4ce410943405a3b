"""Adds entries. The only writer of the journal."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction

from upheld.journal.chain import START, Fields, link
from upheld.journal.models import Entry, Seal
from upheld.lib.rows import adapted, insert_rows

_COLUMNS = ("number", "kind", "subject", "subject_id", "version", "reason", "data", "at", "by", "chain")
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
    end, chain = _end()
    rows, when = [], adapted(at)
    for number, entry in enumerate(entries, end + 1):
        fields = Fields(number, *_said(entry), at, by.strip()[:200])
        chain = link(chain, fields)
        rows.append((*fields[:6], json.dumps(fields.data), when, fields.by, chain))
    insert_rows(Entry, _COLUMNS, rows)
    Seal.objects.filter(pk=1).update(number=end + len(rows), chain=chain)
    return end + len(rows)


def _end() -> tuple[int, str]:
    """The number and hash of the last entry; where the seal is lost (`verify-journal` tells), from the entries."""
    entries = Entry._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT number, chain FROM {Seal._meta.db_table} WHERE id = 1 UNION ALL "  # noqa: S608 - names of ours
            f"SELECT number, chain FROM {entries} WHERE number = (SELECT MAX(number) FROM {entries})"
        )
        ends = cursor.fetchall()
    return max(ends, key=lambda end: end[0], default=(0, START))


def _said(entry: NewEntry) -> tuple[str, str, int | None, int | None, str, dict[str, int | str | bool | None]]:
    return (entry.kind, entry.subject, entry.subject_id, entry.version, entry.reason, dict(entry.data))


def _lock() -> None:
    """SQLite's write lock is already held (BEGIN IMMEDIATE); PostgreSQL needs its advisory lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
