"""Answers a search."""

import time
from pathlib import Path

import structlog
from django.conf import settings

from upheld.search.engine import BrokenIndexError
from upheld.search.errors import IndexNotReadyError, QueryError
from upheld.search.generations import Generations
from upheld.search.live import live_index
from upheld.search.query import Query, parse
from upheld.search.requests import SearchRequest, check
from upheld.search.results import SearchResults

log = structlog.get_logger()


def search(request: SearchRequest, *, folder: Path | None = None) -> SearchResults:
    """One page of decisions that match, with counts. `folder` is the index, by default the deployment's.

    Raises QueryError when the request cannot be searched for, and IndexNotReadyError while there is no usable index.
    """
    check(request)
    query = parse(request.text)
    place = folder or Path(settings.DATA_DIR) / "index"
    reader, cursor = live_index(place).current()
    started = time.perf_counter()
    try:
        found = reader.find(request, query)
    except BrokenIndexError as error:
        raise _blame(place, error) from error
    elapsed = (time.perf_counter() - started) * 1000
    note = " ".join(filter(None, (query.note, found.note))) or None
    return SearchResults(found.total, found.decision_ids, found.counts, cursor, elapsed, query.words, note)


def _blame(place: Path, error: BrokenIndexError) -> Exception:
    """What to tell the reader: that another search will work, or, when none does, that a new index is being made."""
    log.error("search failed in the engine", problem=type(error.__cause__).__name__)
    live_index(place).forget()
    try:
        live_index(place).current()[0].find(SearchRequest(), Query())
    except (BrokenIndexError, IndexNotReadyError):
        Generations(place).want_rebuild()
        return IndexNotReadyError("The search is being prepared")
    return QueryError("This search could not be carried out; try other words")
