"""Answers a search."""

import time
from dataclasses import replace
from pathlib import Path

from upheld.search.asking import cited_in, live_reader
from upheld.search.language.understanding import read_query
from upheld.search.requests import SearchRequest, check
from upheld.search.results import SearchResults


def search(request: SearchRequest, *, folder: Path | None = None) -> SearchResults:
    """One page of decisions that match, with counts. `folder` is the index, by default the deployment's.

    Raises QueryError when the request cannot be searched for, and IndexNotReadyError while there is no usable index.
    """
    check(request)
    with live_reader(folder) as (reader, cursor):
        # After the cursor: what a page says it knew must not be more than it did.
        query = read_query(request.text, cited_in(reader))
        started = time.perf_counter()
        found = reader.find(as_of(request, cursor), query)
        elapsed = (time.perf_counter() - started) * 1000
        held = reader.held()
    return SearchResults(
        total=found.total,
        decision_ids=found.decision_ids,
        counts=found.counts,
        cursor=cursor,
        engine_ms=elapsed,
        words=query.words,
        note=" ".join(filter(None, (*query.notes, found.note))) or None,
        at=cursor if request.at is None else min(request.at, cursor),
        next=found.next,
        previous=found.previous,
        has_most=found.has_most,
        years=found.years,
        held=held.decisions,
        first_day=held.first_day,
        last_day=held.last_day,
        query=query,
        mistyped=found.mistyped,
    )


def as_of(request: SearchRequest, cursor: int) -> SearchRequest:
    """The request without the number it is as of where that is no less than all the index knows: then nothing is."""
    return replace(request, at=None) if request.at is not None and request.at >= cursor else request
