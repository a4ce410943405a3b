"""Copies the register into one file, and takes such a file back."""

import datetime as dt
import importlib
import json
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from upheld.journal.queries.entry import get_head
from upheld.lib.locks import file_lock

LAST_BACKUP = "last-backup.json"
LEFT_OUT = ("django_session", "accounts_attempt")
"""Tables whose rows a backup has no use for: whoever had it could go on with a session as the person it is of."""


class BackupError(ValueError):
    """A backup cannot be written there, or taken back from there."""


def write_backup(path: Path, *, at: dt.datetime) -> int:
    """Writes one consistent file while others read and write: the database, compact, without index and sessions.

    Gives the journal number it holds. Raises BackupError.
    """
    _refuse_target(path)
    draft = path.with_name(f".{path.name}.part")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(draft)])
        _leave_out(draft)
        head = _inspect(draft)
        _to_disk(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    note = {"at": at.isoformat(), "head": head, "file": str(path.resolve())}
    (Path(settings.DATA_DIR) / LAST_BACKUP).write_text(json.dumps(note), encoding="utf-8")
    return head


def read_backup(path: Path) -> int:
    """Makes this empty register what the file holds. Gives its journal number. Raises BackupError, changing nothing."""
    if connection.vendor != "sqlite":
        raise BackupError("This register is kept in PostgreSQL: use pg_restore")
    head = _inspect(path)
    with file_lock(Path(settings.DATA_DIR) / "migrate.lock"):
        if get_head():
            raise BackupError("This register holds decisions already; restore into an empty folder (UPHELD_DATA_DIR)")
        source = _open(path)
        try:
            connection.ensure_connection()
            source.backup(connection.connection)
        finally:
            source.close()
    connection.close()
    return head


def _refuse_target(path: Path) -> None:
    if connection.vendor != "sqlite":
        raise BackupError("This register is kept in PostgreSQL: use pg_dump")
    if Path(settings.DATA_DIR).resolve() in path.resolve().parents:
        raise BackupError("A backup inside the data folder is lost with it, and keeps what is redacted: choose another")
    if not path.parent.is_dir():
        raise BackupError(f"There is no folder {path.parent}; make it first")
    if path.exists() and not path.is_file():
        raise BackupError(f"{path} is not a file; name the file to write")


def _inspect(path: Path) -> int:
    """The journal number of a backup. Raises BackupError if it is none, or damaged."""
    if not path.is_file():
        raise BackupError(f"There is no file {path}")
    database = _open(path)
    try:
        verdict = database.execute("PRAGMA quick_check(1)").fetchone()[0]
        head = database.execute("SELECT coalesce(max(number), 0) FROM journal_entry").fetchone()[0]
        _refuse_newer(database)
    except Exception as error:
        if isinstance(error, BackupError):
            raise
        raise BackupError(f"{path} is not a backup of a register, or it is damaged ({error})") from error
    finally:
        database.close()
    if verdict != "ok":
        raise BackupError(f"{path} is damaged: {verdict}")
    return int(head)


def _refuse_newer(database: Any) -> None:
    from django.db.migrations.loader import MigrationLoader

    known = MigrationLoader(None).disk_migrations or {}
    applied = database.execute("SELECT app, name FROM django_migrations").fetchall()
    if unknown := [name for app, name in applied if (app, name) not in known]:
        raise BackupError(f"This backup was made by a newer Upheld (it has the change {unknown[0]}); use that version")


def _leave_out(path: Path) -> None:
    """Overwrites the rows, so that they are not merely unlinked."""
    database = _open(path, mode="rw")
    try:
        database.execute("PRAGMA secure_delete=ON")
        with database:
            for table in LEFT_OUT:
                database.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    finally:
        database.close()


def _open(path: Path, *, mode: str = "ro") -> Any:
    sqlite = importlib.import_module("sqlite3")
    return sqlite.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
