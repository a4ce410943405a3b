"""Makes the database forget what was deleted from it: free pages, write-ahead log."""

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from upheld.lib.locks import file_lock, is_left

_PATIENCE = 30.0
_WITH_WORDS = ("register_", "editorial_")  # so begin the names of the tables that hold texts
_BEGUN = "erasing"  # so begin the names of files that say that a redaction has begun, one for each


class TracesRemainError(RuntimeError):
    """The database could not be rewritten, or its log not emptied, because a reader stays in it or the disk is full."""


@contextmanager
def erasing() -> Iterator[None]:
    """Notes that words are about to go, so that `upheld check` knows if this is stopped before its end.

    The note is a locked file of its own: several redactions at once do not take away each other's.
    """
    note = Path(settings.DATA_DIR) / f"{_BEGUN}-{uuid.uuid4().hex}"
    with file_lock(note):
        yield
        note.unlink()


def is_erasing_unfinished() -> bool:
    """Whether an erasing was stopped, and its traces may still be in the database's files."""
    return bool(_stopped())


def erase_traces() -> None:
    """Overwrites what the database keeps of deleted text, by rewriting it once. Raises TracesRemainError.

    SQLite zeroes deleted cells (secure_delete), but copies that moving cells about left in the free space of a page
    go only when the file is rewritten; then the log, which holds old pages, is emptied. What others began and did not
    finish is finished with it.
    """
    stopped = _stopped()
    try:
        _rewrite()
    except DatabaseError as error:
        raise TracesRemainError(
            f"The words are gone from every page, but the database could not be rewritten ({error}) and may still "
            "hold traces of them: make room on the disk, or wait for other commands, then run `upheld check --repair`"
        ) from error
    if connection.vendor != "postgresql":
        _empty_the_log()
    for note in stopped:
        note.unlink(missing_ok=True)


def _stopped() -> list[Path]:
    return [note for note in Path(settings.DATA_DIR).glob(f"{_BEGUN}*") if is_left(note)]


def _rewrite() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in connection.introspection.table_names(cursor):
                if table.startswith(_WITH_WORDS):
                    cursor.execute(f"VACUUM (FULL, ANALYZE) {connection.ops.quote_name(table)}")
            cursor.execute("VACUUM (FULL) pg_catalog.pg_statistic")  # samples of the columns, of before too
            return
        cursor.execute("PRAGMA temp_store=FILE")  # the new file is as large as the register: not in memory
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA temp_store=MEMORY")


def _empty_the_log() -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
        if not busy:
            return
        time.sleep(0.1)
    raise TracesRemainError(
        "The words are gone from every page, but the database's log still holds them: stop the server, then run the "
        "same command's follow-up, `upheld check --repair`"
    )
