"""The wiring as a Django app: checks of the whole deployment."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.db import connection


class ConfigConfig(AppConfig):
    """Owns no tables."""

    name = "upheld.config"
    label = "config"


@checks.register(checks.Tags.database)
def wal_is_safe(**_: Any) -> list[checks.CheckMessage]:
    """Refuses a write-ahead log on a SQLite with the WAL-reset bug."""
    from upheld.config.sqlite import keeps_wal

    if connection.vendor != "sqlite" or keeps_wal(settings.SQLITE.sqlite_version_info):
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        if cursor.fetchone()[0] != "wal":
            return []
    version = settings.SQLITE.sqlite_version
    return [checks.Error(f"SQLite {version} can corrupt a write-ahead log", hint="Install pysqlite3", id="upheld.E001")]
