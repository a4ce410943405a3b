"""Imports files: batch by batch, each whole or not at all, everything kept as one run."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from django.db.models import Max

from upheld.editorial.actions.gate import NothingChangedError, passes_at_once
from upheld.editorial.records import DraftTextError
from upheld.editorial.rules import DuplicateDraftError, NeverError, NotPossibleError
from upheld.ingest.actions.draft import examine_before
from upheld.ingest.actions.keep_run import close_run, keep_results, open_run
from upheld.ingest.actions.take_in import Candidates, preview_batch, take_in
from upheld.ingest.files import File
from upheld.ingest.found import Refusal
from upheld.ingest.gather import Batch, Reader, gather
from upheld.ingest.models import Run
from upheld.ingest.models.run import FINISHED, STOPPED
from upheld.ingest.options import Options
from upheld.ingest.plan import PUBLISH, REFUSE, TAKEN, Step
from upheld.ingest.report import LISTED, Line, Report, line_of, line_of_refusal
from upheld.journal.actions.append import writing
from upheld.lib.text import UncleanTextError
from upheld.register.content import ContentError
from upheld.register.differences import Difference
from upheld.register.models import Organisation
from upheld.register.rules import OvertakenError, RefusedError

Clock = Callable[[], dt.datetime]
Listener = Callable[[Sequence[Line], int], None]  # the lines of a batch, and how many bytes were read so far
_NOT_THIS_ONE = (
    RefusedError, ContentError, NothingChangedError, OvertakenError, DuplicateDraftError, NeverError, NotPossibleError,
    UncleanTextError, DraftTextError,
)  # fmt: skip
_NOBODY = "dry run"


def preview(
    files: Sequence[File],
    problems: Sequence[Refusal],
    reader: Reader,
    options: Options,
    *,
    clock: Clock,
    tell: Listener,
    differences: int = 0,
) -> Report:
    """What importing would do, without doing it: word by word for the first `differences` that would be corrected."""
    report, left = Report(), differences
    for batch in _batches(files, problems, reader):
        planned = preview_batch(batch.candidates, options, by=_NOBODY, at=clock(), most=left)
        left -= sum(difference is not None for _, difference in planned)
        _note(report, batch, _lines(batch, planned), tell)
    return report


def import_files(
    files: Sequence[File],
    problems: Sequence[Refusal],
    reader: Reader,
    options: Options,
    *,
    by: str,
    clock: Clock,
    tell: Listener,
) -> tuple[Run, Report]:
    """Takes in what the files hold. What was whole when it is stopped or killed stays."""
    report = Report()
    numbers = {file.name: number for number, file in enumerate(files, start=1)}
    run = open_run(options, len(files), by=by, at=clock())
    state = STOPPED
    try:
        for batch in _batches(files, problems, reader):
            lines = _carry_out(batch, run, report, options, numbers, by=by, at=clock())
            _note(report, batch, lines, tell)
        state = FINISHED
    finally:
        close_run(run, state, at=clock())
    return run, report


def _batches(files: Sequence[File], problems: Sequence[Refusal], reader: Reader) -> Iterator[Batch]:
    if problems:
        yield Batch(items=list(problems))
    yield from gather(files, reader)


def _carry_out(
    batch: Batch, run: Run, report: Report, options: Options, numbers: dict[str, int], *, by: str, at: dt.datetime
) -> list[Line]:
    if not passes_at_once(options.already_public):
        examine_before(batch.candidates)
    with writing():
        newest = Organisation.objects.aggregate(newest=Max("pk"))["newest"] or 0
        steps = _steps(batch.candidates, options, by=by, at=at, run=run.pk)
        lines = _lines(batch, [(step, None) for step in steps])
        counts = report.counts + Counter(line.result for line in lines)
        keep_results(run, lines, counts, numbers)
        names = Organisation.objects.filter(pk__gt=newest).order_by("pk").values_list("name", flat=True)
        report.new_organisations += list(names)[: LISTED - len(report.new_organisations)]
    return lines


def _steps(batch: Candidates, options: Options, *, by: str, at: dt.datetime, run: int) -> list[Step]:
    """The batch as one; if the register refuses some of it after all, one by one, so that the rest goes in."""
    try:
        return take_in(batch, options, by=by, at=at, run=run)
    except _NOT_THIS_ONE as error:
        if len(batch) == 1:
            return [Step(REFUSE, "register", detail=str(error))]
    return [step for item in batch for step in _steps([item], options, by=by, at=at, run=run)]


def _lines(batch: Batch, planned: Sequence[tuple[Step, Difference | None]]) -> list[Line]:
    remaining = iter(planned)
    return [
        line_of_refusal(item) if isinstance(item, Refusal) else line_of(item[0], *next(remaining))
        for item in batch.items
    ]


def _note(report: Report, batch: Batch, lines: Sequence[Line], tell: Listener) -> None:
    report.add(lines)
    unnamed = [
        item[0].content.reference.printed
        for item, line in zip(batch.items, lines, strict=True)
        if not isinstance(item, Refusal) and line.result == PUBLISH and not item[0].content.record.organisations
    ]
    report.without_organisation += unnamed[: LISTED - len(report.without_organisation)]
    for item, line in zip(batch.items, lines, strict=True):
        if not isinstance(item, Refusal) and line.result in TAKEN:
            report.doubt(item[0].doubts, item[0].content.reference.printed)
    tell(lines, batch.read)
