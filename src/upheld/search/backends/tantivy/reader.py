"""Searching an open index."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import tantivy

from upheld.search.backends.tantivy.queries import QueryBuilder
from upheld.search.backends.tantivy.schema import ANALYZER, PROVISIONS, build_analyzer
from upheld.search.engine import BrokenIndexError, Found, Indexed
from upheld.search.query import Phrase, Query, Word
from upheld.search.requests import SearchRequest

# A phrase is compared, word place by word place, in every decision that holds its rarest word, once for the page and
# once or more for the counts: about a microsecond each.
MOST_PHRASE_CANDIDATES = 20_000
_MOST_VALUES = 10_000  # of one filter; far more bodies than any scheme has
_TIES = 100  # how many results with equal scores are put in order across the edge of a page
_ENTRIES = 20_000
_ORDERS = {
    "newest": ("newest", tantivy.Order.Desc),
    "oldest": ("oldest", tantivy.Order.Asc),
    "added": ("added", tantivy.Order.Desc),
}

Hits = list[tuple[Any, tantivy.DocAddress]]


class TantivyReader:
    """An index opened for searching."""

    def __init__(self, folder: Path) -> None:
        """Raises BrokenIndexError."""
        analyzer = build_analyzer()
        with engine_failures():
            self._index = tantivy.Index.open(str(folder))
            self._index.register_tokenizer(ANALYZER, analyzer)
            self._index.config_reader("manual")
            self._queries = QueryBuilder(self._index.schema, analyzer.analyze)
            self.size()

    def find(self, request: SearchRequest, query: Query) -> Found:
        """Answers a checked request. Raises BrokenIndexError when the files fail."""
        with engine_failures():
            searcher = self._index.searcher()
            query, note = self._affordable(searcher, query)
            total, addresses = self._page(searcher, request, query)
            ids = tuple(int(one or 0) for one in searcher.fast_field_values("decision", addresses))
            return Found(total, ids, self._counts(searcher, request, query), note)

    def refresh(self) -> None:
        """Shows the newest commit from now on."""
        with engine_failures():
            self._index.reload()

    def size(self) -> int:
        """How many decisions it holds."""
        return self._index.searcher().num_docs

    def entries(self) -> Iterator[Indexed]:
        """All decisions it holds, by id, without holding all of them in memory."""
        searcher = self._index.searcher()
        after = -1
        while hits := self._hits_after(searcher, after):
            addresses = [address for _, address in hits]
            columns = (searcher.fast_field_values(name, addresses) for name in ("decision", "version", "digest"))
            for values in zip(*columns, strict=True):
                yield Indexed(*(int(value or 0) for value in values))
            after = hits[-1][0]

    def _hits_after(self, searcher: tantivy.Searcher, after: int) -> Hits:
        later = tantivy.Query.range_query(
            self._index.schema, "decision", tantivy.FieldType.Integer, lower_bound=after, include_lower=False
        )
        return searcher.search(later, _ENTRIES, count=False, order_by_field="decision", order=tantivy.Order.Asc).hits

    def _affordable(self, searcher: tantivy.Searcher, query: Query) -> tuple[Query, str | None]:
        """The query with words in place of phrases that stand in too many decisions to be looked for in time."""
        common = [part for part in query.parts if isinstance(part, Phrase) and self._is_too_common(searcher, part)]
        if not common:
            return query, None
        parts = chain.from_iterable(map(Word, part.words) if part in common else (part,) for part in query.parts)
        phrases = " and ".join(f"“{' '.join(part.words)}”" for part in common if isinstance(part, Phrase))
        note = f"The words of {phrases} are too common to be looked for as a phrase."
        return Query(tuple(dict.fromkeys(parts))), note

    def _is_too_common(self, searcher: tantivy.Searcher, phrase: Phrase) -> bool:
        tokens = self._queries.tokens(phrase.words)
        return min((searcher.doc_freq("all", token) for token in tokens), default=0) > MOST_PHRASE_CANDIDATES

    def _page(
        self, searcher: tantivy.Searcher, request: SearchRequest, query: Query
    ) -> tuple[int, list[tantivy.DocAddress]]:
        if request.sort == "relevance" and query.parts:
            return self._best(searcher, request, query)
        field, order = _ORDERS.get(request.sort, _ORDERS["newest"])
        result: Any = searcher.search(
            self._queries.matching(request, query),
            request.page_size,
            offset=request.offset,
            order_by_field=field,
            order=order,
        )
        return result.count, [address for _, address in result.hits]

    def _best(
        self, searcher: tantivy.Searcher, request: SearchRequest, query: Query
    ) -> tuple[int, list[tantivy.DocAddress]]:
        """The page by score; equal scores newest first, whatever segments the engine keeps them in."""
        start = max(0, request.offset - _TIES)
        limit = request.offset + request.page_size + _TIES - start
        result: Any = searcher.search(
            self._queries.scored(request, query), limit, offset=start, weight_by_field="recency"
        )
        ordered = _in_order(searcher, result.hits)
        first = request.offset - start
        return result.count, ordered[first : first + request.page_size]

    def _counts(
        self, searcher: tantivy.Searcher, request: SearchRequest, query: Query
    ) -> Mapping[str, Mapping[str, int]]:
        """The filters that are not set share one pass; each that is set needs its own, without itself."""
        chosen = [name for name, values in request.filters.items() if values and name in request.counts]
        free = tuple(name for name in request.counts if name not in chosen)
        counts = _aggregate(searcher, self._queries.matching(request, query), free) if free else {}
        for name in chosen:
            counts |= _aggregate(searcher, self._queries.matching(request, query, without=name), (name,))
        return counts


@contextmanager
def engine_failures() -> Iterator[None]:
    """Turns what the engine raises, a panic included, into BrokenIndexError."""
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        raise BrokenIndexError(str(error)) from error
    except BaseException as error:
        # A panic of the engine arrives as a class that cannot be imported and is no Exception.
        if type(error).__name__ == "PanicException":
            raise BrokenIndexError(str(error)) from error
        raise


def _in_order(searcher: tantivy.Searcher, hits: Hits) -> list[tantivy.DocAddress]:
    addresses = [address for _, address in hits]
    days = searcher.fast_field_values("newest", addresses)
    # Sums of floats differ in their last bits with the order of adding: five digits are what a score is worth.
    keys = [(-float(f"{score:.5g}"), -(day or 0)) for (score, _), day in zip(hits, days, strict=True)]
    return [addresses[place] for place in sorted(range(len(hits)), key=keys.__getitem__)]


def _aggregate(
    searcher: tantivy.Searcher, query: tantivy.Query, names: tuple[str, ...]
) -> dict[str, Mapping[str, int]]:
    fields = {"provision": PROVISIONS}
    wanted = {name: {"terms": {"field": fields.get(name, name), "size": _MOST_VALUES}} for name in names}
    found = searcher.aggregate(query, wanted)
    return {name: {one["key"]: int(one["doc_count"]) for one in found[name]["buckets"]} for name in names}
