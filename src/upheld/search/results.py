"""What the search answers."""

from collections.abc import Mapping
from dataclasses import dataclass

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class SearchResults:
    """One page of results, and what narrowing further would give.

    `counts` has, for each of what was to be counted (by default outcome, type, category, subcategory as
    `category/subcategory`, organisation and kind), the number of decisions per value with every other filter applied.
    `words` are for `mark`. `cursor` is the number of the last journal entry that the index knows of. `note` says which
    part of the query was not used, if any.
    """

    total: int
    decision_ids: tuple[int, ...]
    counts: Counts
    cursor: int
    engine_ms: float
    words: tuple[str, ...]
    note: str | None
