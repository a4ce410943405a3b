"""`upheld check`: compares register, journal, index and backups."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import click
from django.conf import settings

from upheld.journal.queries.entry import get_head
from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.actions.backup import LAST_BACKUP
from upheld.register.actions.erase import erase_traces, is_erasing_unfinished
from upheld.register.actions.keep_readings import mend_readings
from upheld.register.models import Decision
from upheld.register.queries.consistency import list_differences
from upheld.register.queries.reading import list_disagreeing
from upheld.register.queries.scheme_fit import list_misfits
from upheld.scheme import get_scheme
from upheld.search.comparing import differences
from upheld.search.errors import IndexNotReadyError
from upheld.search.follower import SearchFollower

_PROBLEMS = {
    "missing": "published, but not in the index",
    "surplus": "in the index, but not published",
    "stale": "in the index, but not as it is now",
}


@click.command()
@click.option(
    "--repair",
    is_flag=True,
    help="Make the index, and what was read from texts, anew where they differ, and empty the database's log.",
)
@click.pass_obj
def check(runtime: Runtime, *, repair: bool) -> int:
    """Compare register, journal, index and backup settings, and name every difference. Exit 1 if there is one."""
    register = [*list_differences(), *list_misfits(get_scheme())]
    index, readings = list(_index(runtime.data_dir)), list(_readings(runtime.data_dir))
    if repair and readings:
        click.echo(f"Repaired: {mend_readings()} texts whose kept remedies did not agree were read anew")
        readings = list(_readings(runtime.data_dir))
    if repair and index:
        SearchFollower(runtime.data_dir / "index").want_rebuild()
        runtime.follow()
        click.echo(f"Repaired: the index was made anew ({len(index)} differences before)")
        index = list(_index(runtime.data_dir))
    if repair:
        erase_traces()
    found = [*register, *readings, *index, *_traces(), *_backup_faults()]
    for line in found:
        click.echo(line)
    for note in _notes(runtime.unexamined()):
        click.echo(f"Note: {note}", err=True)
    click.echo(_verdict(found), err=bool(found))
    return 1 if found else 0


def _verdict(found: list[str]) -> str:
    if found:
        return (
            f"{len(found)} differences. `upheld check --repair` mends the index and finishes a redaction; "
            "restore a backup to mend the register"
        )
    return f"All is well: {Decision.objects.count():,} decisions, journal entry {get_head():,}, the index agrees"


def _index(folder: Path) -> Iterator[str]:
    head = get_head()
    cursor = SearchFollower(folder / "index").cursor()
    if head == 0 and cursor <= 0:
        return  # nothing has happened yet, so there is nothing to find
    if cursor < head:
        yield f"index: stands at journal entry {max(cursor, 0)} of {head}; start `upheld serve`, or use --repair"
        return
    try:
        found = {difference.decision_id: difference.problem for difference in differences(folder / "index")}
    except IndexNotReadyError as error:
        yield f"index: {error}"
        return
    references = dict(Decision.objects.filter(pk__in=list(found)).values_list("pk", "reference"))
    for decision_id, problem in found.items():
        yield f"{references.get(decision_id, f'decision {decision_id}')}: {_PROBLEMS[problem]}"


def _readings(folder: Path) -> Iterator[str]:
    """What was read from texts and does not agree with them: told only where all that happened has been followed."""
    if SearchFollower(folder / "index").cursor() >= get_head():
        yield from (f"{one}: its kept remedies are not of its present text; use --repair" for one in list_disagreeing())


def _traces() -> Iterator[str]:
    if is_erasing_unfinished():
        yield "redaction: one was stopped before the words were erased from the database's files; use --repair"


def _backup_faults() -> Iterator[str]:
    """What is set about backups and cannot work."""
    if not settings.BACKUP_DIR:
        return
    folder = Path(settings.BACKUP_DIR).resolve()
    if not folder.is_dir():
        yield f"backup: UPHELD_BACKUP_DIR names {folder}, which is no folder"
    elif Path(settings.DATA_DIR).resolve() in (folder, *folder.parents):
        yield f"backup: {folder} is inside the data folder, so it would be lost with it"
    last = _last_backup()
    if last is None or now() - last > timedelta(days=settings.BACKUP_MAX_DAYS):
        when = f"the last is of {last:%d %B %Y}" if last else "there is none"
        yield f"backup: older than {settings.BACKUP_MAX_DAYS} days ({when}); run `upheld backup`"


def _notes(unexamined: int) -> Iterator[str]:
    if unexamined:
        yield (
            f"the examiner stands {unexamined:,} journal entries behind: findings in what they published are not told "
            "yet. `upheld serve` goes on with it, `upheld desk-report` finishes it"
        )
    if not settings.BACKUP_DIR:
        yield "no UPHELD_BACKUP_DIR is set, so the age of backups is not watched"


def _last_backup() -> datetime | None:
    try:
        note = json.loads((Path(settings.DATA_DIR) / LAST_BACKUP).read_text(encoding="utf-8"))
        return datetime.fromisoformat(note["at"])
    except (OSError, ValueError, KeyError):
        return None
