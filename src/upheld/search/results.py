"""What the search answers."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from upheld.search.language.query import Mistyped, Query

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class SearchResults:
    """One page of results, and what narrowing further would give.

    `counts` has, for each of what was to be counted (by default outcome, type, category, subcategory as
    `category/subcategory`, organisation and kind), the number of decisions per value with every other filter applied.
    `years` has, by year and outcome (`""`: none was given), the number of decisions found that were decided then.
    `words` are for `mark`. `cursor` is the number of the last journal entry that the index knows of, `at` the one that
    this list is as of: given with the next request, it is the same list. `next` and `previous` are places for `after`
    and `before`, empty where the list ends. `held` decisions are in the index, decided from `first_day` to `last_day`.
    `note` says which part of the query was not used, if any. With `has_most`, no decision has all of the words, and
    these have most of them, or what was meant by the `mistyped` ones.
    """

    total: int
    decision_ids: tuple[int, ...]
    counts: Counts
    cursor: int
    engine_ms: float
    words: tuple[str, ...]
    note: str | None
    at: int = 0
    next: str = ""
    previous: str = ""
    has_most: bool = False
    years: Counts = field(default_factory=dict)
    held: int = 0
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    query: Query = field(default_factory=Query)
    mistyped: tuple[Mistyped, ...] = ()


@dataclass(frozen=True)
class Walk:
    """Every decision that matches, in the order asked for, as it was when the walk began.

    `chunks` gives their ids, once; `cursor` is the number of the last journal entry that the index knew of then.
    """

    total: int
    cursor: int
    chunks: Iterator[tuple[int, ...]]


@dataclass(frozen=True)
class Likeness:
    """What others are to be like: the words of a complaint, and all the words there are.

    `weights` are what the stems of these words count, where that is known already.
    """

    complaint: str
    text: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Similar:
    """A decision that uses similar words; the higher the score, the more. Scores of one answer can be compared."""

    decision_id: int
    score: float


@dataclass(frozen=True)
class Explanation:
    """Why a decision was found and stands where it does: what counted, for how much, and what that is made of."""

    label: str
    value: float
    parts: "tuple[Explanation, ...]" = ()
