"""Asks the index that is live, and tells what went wrong in words for the reader."""

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from django.conf import settings

from upheld.search.engine import BrokenIndexError, IndexReader
from upheld.search.errors import IndexNotReadyError, QueryError
from upheld.search.generations import Generations
from upheld.search.language.query import Query
from upheld.search.live import live_index
from upheld.search.out_of_sight import OutOfSight
from upheld.search.requests import SearchRequest

log = structlog.get_logger()


@contextmanager
def live_reader(folder: Path | None = None) -> Iterator[tuple[IndexReader, int]]:
    """A reader of the index in `folder`, by default the deployment's, and the journal entry up to which it knows all.

    However far it is behind, it neither finds nor counts what was taken out of sight before it was asked for.
    Raises IndexNotReadyError while there is none that can be used, QueryError where the engine fails at one search.
    """
    place = folder or Path(settings.DATA_DIR) / "index"
    reader, cursor = live_index(place).current()
    try:
        yield _out_of_sight(place, os.getpid()).strip(reader, cursor), cursor
    except BrokenIndexError as error:
        raise _blame(place, error) from error


@functools.lru_cache(maxsize=8)
def _out_of_sight(place: Path, process: int) -> OutOfSight:
    """A process that was forked reads its own."""
    del place, process
    return OutOfSight()


def cited_in(reader: IndexReader) -> Callable[[str], bool]:
    """Says of the slug of a law, or of a provision of one, whether a decision in the index names it."""
    return lambda slug: reader.find(SearchRequest(laws=(slug,), page_size=1, counts=()), Query()).total > 0


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
