"""Makes the database forget what was deleted from it: free pages, write-ahead log."""

import time

from django.db import connection

_PATIENCE = 30.0


class TracesRemainError(RuntimeError):
    """The write-ahead log could not be emptied, because a reader stays in it."""


def erase_traces() -> None:
    """Overwrites what the database keeps of deleted text, by rewriting it once. Raises TracesRemainError.

    SQLite zeroes deleted cells (secure_delete), but copies that moving cells about left in the free space of a page
    go only when the file is rewritten; then the log, which holds old pages, is emptied.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM (FULL) register_version")
            cursor.execute("VACUUM (FULL) register_decision")
            return
        cursor.execute("PRAGMA temp_store=FILE")  # the new file is as large as the register: not in memory
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA temp_store=MEMORY")
    _empty_the_log()


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
