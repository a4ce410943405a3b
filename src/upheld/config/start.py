"""Makes a data folder ready: the folder itself, and a database of this version."""

import os
from pathlib import Path

import django


class NewerDatabaseError(RuntimeError):
    """The database was made by a newer Upheld."""


def start() -> None:
    """Loads the settings and the apps, and brings the database up to this version, one process at a time."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upheld.config.settings")
    django.setup()
    from django.conf import settings

    prepare(Path(settings.DATA_DIR))


def look() -> None:
    """Loads the settings and the apps, and makes nothing: neither a folder nor a key nor a database."""
    from upheld.config.secret import only_look

    only_look()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upheld.config.settings")
    django.setup()


def prepare(folder: Path) -> None:
    """Makes the folder and migrates the database under a file lock. Raises NewerDatabaseError."""
    from upheld.lib.locks import file_lock

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if _is_up_to_date():
        return
    with file_lock(folder / "migrate.lock"):
        _migrate()
        _keep_private()


def _is_up_to_date() -> bool:
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    unknown = [name for name in loader.applied_migrations or {} if name not in loader.disk_migrations]
    if unknown:
        change = unknown[0][1]
        raise NewerDatabaseError(
            f"This register was made by a newer Upheld (it has the change {change}); use that version"
        )
    return set(loader.disk_migrations or {}) <= set(loader.applied_migrations or {})


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def _keep_private() -> None:
    """Held text is for this user alone, also in a folder that others may look into. The log files follow suit."""
    from django.conf import settings

    if not settings.DATABASE_URL:
        Path(settings.DATABASES["default"]["NAME"]).chmod(0o600)
