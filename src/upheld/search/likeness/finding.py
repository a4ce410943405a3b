"""Finds the decisions that are like what somebody tells, and measures how like."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import structlog

from upheld.search.asking import live_reader
from upheld.search.errors import QueryError
from upheld.search.language.query import Query
from upheld.search.language.tree import Any, Word
from upheld.search.likeness.measuring import Measured, keep_alike, measure
from upheld.search.likeness.telling import Telling, find_telling
from upheld.search.likeness.texts import Told, load_texts
from upheld.search.likeness.widening import find_others
from upheld.search.queries.synonyms import current_synonyms
from upheld.search.requests import MAX_PAGE_SIZE, SearchRequest
from upheld.search.results import Likeness
from upheld.search.similar import find_similar

CANDIDATES = MAX_PAGE_SIZE
"""So many decisions that the engine finds are measured."""
EVERYTHING = SearchRequest()

log = structlog.get_logger()


@dataclass(frozen=True)
class Alike:
    """The decisions that count as similar, the most alike first, with their texts as the register has them now.

    Compared with the `compared` decisions that the filters leave of `held`, decided from `first_day` to `last_day`.
    `cursor` is the journal entry that the index knew of.
    """

    similar: tuple[Measured, ...]
    texts: dict[int, Told]
    telling: Telling
    compared: int
    held: int
    first_day: dt.date | None
    last_day: dt.date | None
    cursor: int


def find_alike(
    text: str,
    *,
    request: SearchRequest = EVERYTHING,
    without: Sequence[int] = (),
    candidates: int = CANDIDATES,
    by_synonyms: bool = True,
    folder: Path | None = None,
) -> Alike:
    """The decisions like `text`, of those that the filters of `request` leave; those of `without` are left out.

    `by_synonyms` looks for words that mean the same too, which what a decision says of itself does not need.

    Nothing of the text is kept or logged. Raises IndexNotReadyError while there is no usable index.
    """
    with live_reader(folder) as (reader, cursor):
        held = reader.held()
        others = find_others(text, current_synonyms()) if by_synonyms else ""
        telling = find_telling(text, reader.count_forms, held.decisions, others, reader.list_meant)
        compared = reader.find(_plain(request, 1), Query()).total if request != EVERYTHING else held.decisions
    found = _candidates(telling, request, without, candidates, folder)
    texts = load_texts(found)
    measured = [Measured(pk, measure(telling, told.complaint, told.around, told.subject)) for pk, told in texts.items()]
    return Alike(keep_alike(measured), texts, telling, compared, held.decisions, held.first_day, held.last_day, cursor)


def _candidates(
    telling: Telling, request: SearchRequest, without: Sequence[int], most: int, folder: Path | None
) -> tuple[int, ...]:
    """What the engine finds most similar; where it fails at that, what holds most of the words."""
    if not telling.words:
        return ()
    try:
        likeness = Likeness(" ".join(telling.words), weights=telling.weights)
        found = find_similar(likeness, limit=most, without=without, request=request, folder=folder)
        return tuple(one.decision_id for one in found)
    except QueryError:
        log.warning("similar decisions are looked for by single words")
    query = Query(meaning=Any(tuple(map(Word, telling.words))))
    with live_reader(folder) as (reader, _):
        ids = reader.find(_plain(request, min(most, MAX_PAGE_SIZE)), query).decision_ids
    return tuple(pk for pk in ids if pk not in without)


def _plain(request: SearchRequest, size: int) -> SearchRequest:
    """The filters of the request, without anything else of it."""
    return replace(request, text="", sort="relevance", page=1, page_size=size, counts=())
