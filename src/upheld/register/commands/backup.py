"""`upheld backup` and `upheld restore-backup`."""

from pathlib import Path

import click
from django.conf import settings

from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.actions.backup import read_backup, write_backup


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
def backup(file: Path | None) -> int:
    """Write the whole register into one FILE, while it goes on being read and written.

    Without FILE: into UPHELD_BACKUP_DIR, named by the time. The index is not in it: it is made anew.
    """
    path = file or _dated()
    head = write_backup(path, at=now())
    click.echo(f"{path}: the register up to journal entry {head:,}, {path.stat().st_size / 1e6:,.1f} MB")
    return 0


@click.command("restore-backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def restore_backup(runtime: Runtime, file: Path) -> int:
    """Make this empty register what FILE holds."""
    head = read_backup(file)
    runtime.prepare()
    runtime.follow()
    click.echo(f"Restored up to journal entry {head:,}. `upheld check` compares everything.")
    return 0


def _dated() -> Path:
    if not settings.BACKUP_DIR:
        raise click.UsageError("Name a file, or set UPHELD_BACKUP_DIR")
    return Path(settings.BACKUP_DIR) / f"upheld-{now():%Y-%m-%dT%H%M%SZ}.sqlite3"
