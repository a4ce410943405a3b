"""Reads of what imports did."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.ingest.models import Run, RunResult
from upheld.ingest.models.run import FINISHED, RUNNING
from upheld.ingest.plan import CONFLICT, NOT_IN, REFUSE, reason_words

_LONG = dt.timedelta(hours=6)
"""After so long a run that has not ended was killed."""


@dataclass(frozen=True)
class TroubledRun:
    """An import that did not end well, or left something out."""

    pk: int
    started_at: dt.datetime
    by: str
    ended: bool
    conflicts: int
    refused: int


@dataclass(frozen=True)
class LeftOut:
    """Entries of a run that were not taken in for one reason: their references, and where each stood."""

    result: str
    reason: str
    references: tuple[str, ...]
    places: tuple[str, ...]


def list_troubled(since: dt.datetime, now: dt.datetime) -> Sequence[TroubledRun]:
    """The imports since then that stopped, were killed, or left out entries; the newest first."""
    runs = Run.objects.filter(started_at__gte=since).order_by("-started_at", "-pk")
    return [_troubled(run) for run in runs if _is_troubled(run, now)]


def get_run(run_id: int) -> TroubledRun | None:
    """The import, troubled or not; None if there is none of this number."""
    run = Run.objects.filter(pk=run_id).first()
    return _troubled(run) if run else None


def list_left_out(run_id: int) -> Sequence[LeftOut]:
    """What the import did not take in, by reason; conflicts first."""
    found: dict[tuple[str, str], LeftOut] = {}
    for row in RunResult.objects.filter(run=run_id, result__in=NOT_IN).order_by("result", "reason", "pk"):
        had = found.get((row.result, row.reason), LeftOut(row.result, reason_words(row.reason), (), ()))
        references, places = (*had.references, *row.references), (*had.places, *row.places)
        found[row.result, row.reason] = LeftOut(had.result, had.reason, references, places)
    return list(found.values())


def _is_troubled(run: Run, now: dt.datetime) -> bool:
    if run.state == RUNNING:
        return now - run.started_at > _LONG
    return run.state != FINISHED or any(run.counts.get(result) for result in NOT_IN)


def _troubled(run: Run) -> TroubledRun:
    counts = run.counts
    return TroubledRun(
        run.pk, run.started_at, run.by, run.state == FINISHED, counts.get(CONFLICT, 0), counts.get(REFUSE, 0)
    )
