"""`upheld import`."""

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import click
from django.db import DatabaseError

from upheld.editorial.actions.gate import passes_at_once
from upheld.ingest.actions.import_files import import_files, preview
from upheld.ingest.candidate import Preparer
from upheld.ingest.commands.progress import Progress
from upheld.ingest.files import File, find_files, put_aside
from upheld.ingest.found import Refusal
from upheld.ingest.gather import BATCH, DRAFTS, Reader
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.options import Options
from upheld.ingest.report import Report, printable
from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.queries.category import list_categories
from upheld.register.queries.scheme_fit import refuse_another
from upheld.scheme import get_scheme

_SHOWN = 20
_DIFFERENCES = 20  # so many of the decisions that --dry-run would correct are shown word by word
_MUCH = 2_000_000  # bytes: from here on it is worth letting another process follow meanwhile


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--category", help="The category of pages that do not say it themselves.")
@click.option("--dry-run", is_flag=True, help="Show what would happen, word by word, and do nothing.")
@click.option("--strict", is_flag=True, help="Take nothing in unless everything can be taken in.")
@click.option("--json", "as_json", is_flag=True, help="Give the report as JSON on standard output.")
@click.option("--already-public", metavar="WHERE", help="Where all this was public before: no embargo.")
@click.option("--by", default="command line", show_default=True, help="Who does this.")
@click.option("--no-new-categories", is_flag=True, help="Refuse what belongs to a category the register does not have.")
@click.option("--quiet", is_flag=True, help="Show only what is refused or in conflict.")
@click.pass_obj
def import_(
    runtime: Runtime,
    paths: tuple[str, ...],
    category: str | None,
    already_public: str | None,
    by: str,
    *,
    dry_run: bool,
    strict: bool,
    as_json: bool,
    no_new_categories: bool,
    quiet: bool,
) -> int:
    """Take decisions in: Word files, pages of a decision or category as text or HTML, interchange JSON Lines.

    PATH is a file, a folder, or - for standard input. Importing the same again changes nothing.
    """
    refuse_another(get_scheme())
    _check(paths, by=by, category=category, already_public=already_public)
    options = Options(category, (already_public or "").strip(), new_categories=not no_new_categories, strict=strict)
    files, problems = find_files(paths)
    size = sum(file.size for file in files)
    progress = Progress(size, quiet=quiet, as_json=as_json)
    with ExitStack() as stack:
        kept = stack.enter_context(_readable_twice(files, runtime, strict=strict and not dry_run))
        if (size > _MUCH or "-" in paths) and not dry_run:
            stack.enter_context(runtime.following())
        with _database_errors(), progress:
            differences = _DIFFERENCES if dry_run and not quiet else 0
            report, run_id = _run(kept, problems, options, progress, by=by, dry_run=dry_run, differences=differences)
    if run_id is not None:
        runtime.follow()  # also when nothing is new: a run before, that was killed, may not have got so far
    _tell(report, run_id, quiet=quiet, as_json=as_json, dry_run=dry_run, strict=strict)
    return report.exit_code


def _check(paths: tuple[str, ...], **texts: str | None) -> None:
    check_paths(paths)
    empty = [name for name, text in texts.items() if text is not None and not text.strip()]
    if empty:
        raise click.UsageError(f"--{empty[0].replace('_', '-')} needs a text")


def check_paths(paths: tuple[str, ...]) -> None:
    """Raises UsageError where a path leads nowhere, or standard input would have to be read twice."""
    missing = [path for path in paths if path != "-" and not os.path.lexists(path)]
    if missing:
        raise click.UsageError(f"There is no file or folder “{printable(missing[0])}”")
    if paths.count("-") > 1:
        raise click.UsageError("- stands for standard input, which can be read once")


def _run(
    files: list[File],
    problems: list[Refusal],
    options: Options,
    progress: Progress,
    *,
    by: str,
    dry_run: bool,
    differences: int,
) -> tuple[Report, int | None]:
    """The report, and the number of the run; None if nothing was to be done."""
    reader = _reader(options)
    if dry_run or options.strict:
        report = preview(files, problems, reader, options, clock=now, tell=progress.tell, differences=differences)
        if dry_run or report.exit_code:
            return report, None
        progress.start_again()
    run, report = import_files(files, problems, reader, options, by=by, clock=now, tell=progress.tell)
    return report, run.pk


def _reader(options: Options) -> Reader:
    scheme = get_scheme()
    kept = [
        (category.parent.name, category.name) if category.parent else (category.name, None)
        for category in list_categories()
    ]
    preparer = Preparer(scheme, Vocabulary.of(scheme, kept))
    together = BATCH if passes_at_once(options.already_public) else DRAFTS
    return Reader(preparer, options.category, scheme.texts.source_address or "", together)


@contextmanager
def _readable_twice(files: list[File], runtime: Runtime, *, strict: bool) -> Iterator[list[File]]:
    if not strict:
        yield files
        return
    with put_aside(files, runtime.data_dir) as kept:
        yield kept


@contextmanager
def _database_errors() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise click.ClickException(
            f"The database could not be written ({error}). The batches before are in; run the same command again."
        ) from error


def _tell(report: Report, run_id: int | None, *, quiet: bool, as_json: bool, dry_run: bool, strict: bool) -> None:
    nothing_done = strict and not dry_run and run_id is None
    if as_json:
        click.echo(json.dumps({"run": run_id, "dry_run": dry_run or nothing_done, **report.data()}, ensure_ascii=False))
        return
    if quiet:
        return
    if report.without_organisation:
        click.echo(_some("Organisation not stated", report.without_organisation))
    for sentence, references in report.doubts.items():
        of_one = len(references) == 1  # such a sentence is often long and says where to look
        click.echo(printable(f"{references[0]}: {sentence}") if of_one else _some(sentence, references))
    if report.new_organisations:
        click.echo(_some("No organisation of an equal name was known, so these were added", report.new_organisations))
    click.echo(report.sentence(dry_run=dry_run or nothing_done))
    if nothing_done:
        click.echo("Nothing was taken in, because --strict was given.")


def _some(lead: str, names: list[str]) -> str:
    more = f" … and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    return printable(f"{lead}: {'; '.join(names[:_SHOWN])}{more}")
