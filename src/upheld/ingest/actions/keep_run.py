"""Keeps what a run did: opened when it starts, added to with each batch, closed when it ends."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from upheld.ingest.models import Run, RunResult
from upheld.ingest.models.run import RUNNING
from upheld.ingest.options import Options
from upheld.ingest.plan import CONFLICT, CORRECT, DESCRIBE, DRAFT, HOLD, PUBLISH, REFUSE
from upheld.ingest.report import Line

_KEPT = frozenset({PUBLISH, HOLD, DRAFT, CORRECT, DESCRIBE, CONFLICT, REFUSE})
_WITH_PLACES = frozenset({CORRECT, CONFLICT, REFUSE})


def open_run(options: Options, files: int, *, by: str, at: dt.datetime) -> Run:
    """A new run, without results."""
    return Run.objects.create(
        started_at=at,
        by=by[:200],
        state=RUNNING,
        files=files,
        already_public_at=options.already_public[:500],
        options={"strict": options.strict, "new_categories": options.new_categories},
    )


def keep_results(run: Run, lines: Sequence[Line], counts: Mapping[str, int], file_numbers: Mapping[str, int]) -> None:
    """Adds the results of a batch, inside its transaction."""
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line.result in _KEPT:
            groups[line.result, line.code].append(line)
    RunResult.objects.bulk_create(
        [
            RunResult(
                run=run,
                result=result,
                reason=code[:60],
                references=[line.reference for line in group],
                places=_places(group, file_numbers) if result in _WITH_PLACES else [],
            )
            for (result, code), group in groups.items()
        ]
    )
    Run.objects.filter(pk=run.pk).update(counts=dict(counts))


def close_run(run: Run, state: str, *, at: dt.datetime) -> None:
    """Ends the run."""
    Run.objects.filter(pk=run.pk).update(state=state, ended_at=at)


def _places(group: Sequence[Line], file_numbers: Mapping[str, int]) -> list[str]:
    return [f"{file_numbers.get(line.place.file, 0)}:{line.place.line}" for line in group]
