"""Answers a search."""

import time
from pathlib import Path

from django.conf import settings

from upheld.search.engine import BrokenIndexError
from upheld.search.errors import IndexNotReadyError
from upheld.search.generations import Generations
from upheld.search.live import live_index
from upheld.search.query import parse
from upheld.search.requests import SearchRequest, check
from upheld.search.results import SearchResults


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
        _mend(place)
        raise IndexNotReadyError("The search is being prepared") from error
    elapsed = (time.perf_counter() - started) * 1000
    return SearchResults(found.total, found.decision_ids, found.counts, cursor, elapsed, query.words, query.note)


def _mend(place: Path) -> None:
    """Asks for a new index: whoever follows the journal makes it."""
    live_index(place).forget()
    Generations(place).want_rebuild()
