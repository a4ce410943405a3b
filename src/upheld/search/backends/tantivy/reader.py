"""Searching an open index."""

import copy
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import tantivy

from upheld.search.backends.tantivy.affording import Affordable
from upheld.search.backends.tantivy.explaining import explain
from upheld.search.backends.tantivy.failures import engine_failures
from upheld.search.backends.tantivy.likeness import find_like
from upheld.search.backends.tantivy.most import ENOUGH, Wider, most_of
from upheld.search.backends.tantivy.paging import Hits, Pager
from upheld.search.backends.tantivy.queries import QueryBuilder
from upheld.search.backends.tantivy.schema import (
    BETWEEN,
    PROVISIONS,
    build_analyzer,
    build_plain_analyzer,
    day_of,
    register_analyzers,
)
from upheld.search.engine import Found, Held, Indexed
from upheld.search.language.query import Query
from upheld.search.language.tree import Node, Word
from upheld.search.requests import SearchRequest
from upheld.search.results import Counts, Explanation, Likeness, Similar
from upheld.search.spelling.unknown import list_meant
from upheld.search.words import prepare

_MOST_VALUES = 10_000  # of one filter; far more bodies than any scheme has
_ENTRIES = 20_000


class TantivyReader:
    """An index opened for searching."""

    def __init__(self, folder: Path) -> None:
        """Raises BrokenIndexError."""
        self._analyze, self._plain = build_analyzer().analyze, build_plain_analyzer().analyze
        self._held: Held | None = None
        self._hidden: tantivy.Query | None = None
        with engine_failures():
            self._index = tantivy.Index.open(str(folder))
            register_analyzers(self._index)
            self._index.config_reader("manual")
            self.size()

    def find(self, request: SearchRequest, query: Query) -> Found:
        """Answers a checked request. Raises BrokenIndexError when the files fail, QueryError for a place nowhere."""
        with engine_failures():
            searcher = self._index.searcher()
            queries, node, note = self._prepared(searcher, query)
            page = Pager(searcher, queries, request, node).page()
            most = _most_of(searcher, queries, request, node, page.total) if _may_widen(query, page.total) else None
            if most:
                node, note = most.node, " ".join(filter(None, (note, most.note)))
                page = Pager(searcher, queries, request, node).page()
            counts, years = _counted(searcher, queries, request, node)
            mistyped = most.mistyped if most else ()
            return Found(
                page.total, page.decision_ids, counts, note, years, page.next, page.previous, bool(most), mistyped
            )

    def walk(self, request: SearchRequest, query: Query, chunk: int) -> tuple[int, Iterator[tuple[int, ...]]]:
        """How many match, and their ids in order, `chunk` at a time, as of now whatever is committed meanwhile."""
        with engine_failures():
            searcher = self._index.searcher()
            queries, node = self._settled(searcher, request, query)
            pager = Pager(searcher, queries, request, node)
            return pager.total(), pager.walk(chunk)

    def settle(self, request: SearchRequest, query: Query) -> Query:
        """The query as it is looked for here, so that another index can look for the very same."""
        with engine_failures():
            _, node = self._settled(self._index.searcher(), request, query)
            return replace(query, meaning=node, is_settled=True)

    def more_like(
        self, likeness: Likeness, *, limit: int, without: Sequence[int] = (), request: SearchRequest | None = None
    ) -> tuple[Similar, ...]:
        """The decisions whose words are most like these, the most like first; only those that `request` filters."""
        with engine_failures():
            searcher = self._index.searcher()
            queries = self._queries(searcher)
            filters = queries.filters(request, "") if request else ()
            return find_like(searcher, queries, likeness, limit=limit, without=without, filters=filters)

    def without(self, decision_ids: Sequence[int]) -> "TantivyReader":
        """The same index as if it did not hold these: they are neither found nor counted, nor are their words."""
        other = copy.copy(self)
        other._hidden, other._held = self._these(decision_ids), None
        return other

    def versions(self, decision_ids: Sequence[int]) -> Mapping[int, int]:
        """In which version it holds these decisions; those that it does not hold are left out."""
        with engine_failures():
            searcher = self._index.searcher()
            hits = searcher.search(self._these(decision_ids), max(1, len(decision_ids)), count=False).hits
            columns = [searcher.fast_field_values(name, [one for _, one in hits]) for name in ("decision", "version")]
            return {int(pk or 0): int(version or 0) for pk, version in zip(*columns, strict=True)}

    def explain(self, request: SearchRequest, query: Query, decision_id: int) -> Explanation | None:
        """What the decision's score is made of; None where it is not found."""
        with engine_failures():
            searcher = self._index.searcher()
            queries, node, _ = self._prepared(searcher, query)
            total = Pager(searcher, queries, request, node).total()
            most = _most_of(searcher, queries, request, node, total) if _may_widen(query, total) else None
            return explain(searcher, queries, request, most.node if most else node, decision_id)

    def count_words(self, words: Sequence[str]) -> Mapping[str, int]:
        """In how many decisions each word stands, as it is written, accents and capitals aside."""
        with engine_failures():
            searcher = self._index.searcher()
            return {word: self._frequency(searcher, word) for word in words}

    def count_forms(self, words: Sequence[str]) -> Mapping[str, int]:
        """In how many decisions each word stands in any of its forms."""
        with engine_failures():
            searcher = self._index.searcher()
            queries = self._queries(searcher)
            # Where nothing is gone the engine knows the figure; else each word has to be looked for.
            is_whole = self._hidden is None and not _has_deleted(searcher)
            return {word: _forms(searcher, queries, word, is_whole=is_whole) for word in words}

    def list_meant(self, word: str) -> Sequence[str]:
        """What a word that no decision has is likely to be mistyped for."""
        with engine_failures():
            searcher = self._index.searcher()
            return _meant(searcher, self._queries(searcher), word)

    def list_vocabulary(self, prefix: str, limit: int, *, is_exact: bool = True) -> Sequence[tuple[str, int]]:
        """The words that begin so, the most frequent first, each with the number of decisions it stands in.

        Without `is_exact`, which takes longer, decisions that are gone may be counted, and words of theirs be named.
        """
        start = "".join(self._plain(prepare(prefix)))
        if prefix.strip() and not start:
            return []
        with engine_failures():
            searcher = self._index.searcher()
            # Where nothing was deleted since the engine last tidied up, it need not look whether each is still there.
            must_look = is_exact and (self._hidden is not None or _has_deleted(searcher))
            there = self._queries(searcher).in_sight(tantivy.Query.all_query()) if must_look else None
            return searcher.terms_with_prefix("words", start, there, limit)

    def held(self) -> Held:
        """What it holds."""
        known = self._held
        if known is None:
            with engine_failures():
                known = self._held = self._look_what_is_held()
        return known

    def refresh(self) -> None:
        """Shows the newest commit from now on."""
        with engine_failures():
            self._index.reload()
            self._held = None

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

    def _queries(self, searcher: tantivy.Searcher) -> QueryBuilder:
        return QueryBuilder(self._index.schema, searcher, self._analyze, self._plain, self._hidden)

    def _these(self, decision_ids: Sequence[int]) -> tantivy.Query:
        return tantivy.Query.term_set_query(self._index.schema, "decision", list(decision_ids))

    def _prepared(self, searcher: tantivy.Searcher, query: Query) -> tuple[QueryBuilder, Node | None, str | None]:
        """The query as it can be looked for in time, and what is to be said of it."""
        queries = self._queries(searcher)
        if query.is_settled:
            return queries, query.meaning, None
        affordable = Affordable(queries)
        node = affordable.of(query.meaning)
        return queries, node, " ".join(affordable.notes) or None

    def _settled(
        self, searcher: tantivy.Searcher, request: SearchRequest, query: Query
    ) -> tuple[QueryBuilder, Node | None]:
        """What is looked for in the end: most of the words, where hardly anything has all."""
        queries, node, _ = self._prepared(searcher, query)
        total = Pager(searcher, queries, request, node).total()
        most = _most_of(searcher, queries, request, node, total) if _may_widen(query, total) else None
        return queries, most.node if most else node

    def _frequency(self, searcher: tantivy.Searcher, word: str) -> int:
        tokens = self._plain(prepare(word))
        if not tokens or not all(searcher.doc_freq("words", token) for token in tokens):
            return 0
        terms = [tantivy.Query.term_query(self._index.schema, "words", token, "basic") for token in tokens]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, term) for term in terms])
        return _count(searcher, self._queries(searcher).in_sight(query))

    def _look_what_is_held(self) -> Held:
        searcher = self._index.searcher()
        there = self._queries(searcher).in_sight(tantivy.Query.all_query())
        decisions = searcher.num_docs if self._hidden is None else _count(searcher, there)
        days = searcher.aggregate(there, {"days": {"stats": {"field": "decided"}}})["days"]
        if not days["count"]:
            return Held(decisions)
        return Held(decisions, day_of(int(days["min"])), day_of(int(days["max"])))


def _most_of(
    searcher: tantivy.Searcher, queries: QueryBuilder, request: SearchRequest, node: Node | None, found: int
) -> Wider | None:
    """What has most of the words, where hardly anything that the list may hold has all, whatever it is filtered by."""
    whole = SearchRequest(at=request.at)

    known = {} if any(request.filters.values()) or request.decided_from or request.decided_to else {node: found}

    def count(part: Node | None) -> int:
        return known[part] if part in known else _count(searcher, queries.matching(whole, part))

    def fullest(kept: tuple[Node, ...], parts: Mapping[Node, int], limit: int) -> Sequence[int]:
        hits = searcher.search(queries.fullest(whole, kept, parts), limit, count=False).hits
        return [round(score) for score, _ in hits]

    def near(word: str) -> Sequence[str]:
        return _meant(searcher, queries, word, request.at)

    held = searcher.num_docs if request.at is None else count(None)  # as of then, so that all its pages are of one list
    is_by_date = (request.found_by or request.sort) != "relevance"
    return most_of(node, count, fullest, near, held=held, found=found, is_by_date=is_by_date)


def _meant(searcher: tantivy.Searcher, queries: QueryBuilder, word: str, at: int | None = None) -> Sequence[str]:
    """What the word is likely to be mistyped for, of the words in decisions of now, or of the list as of `at`.

    The engine goes on to list words that only stand in what is gone. So each is counted as it is written: another
    form of it in what is there must not have it named.
    """
    whole = SearchRequest(at=at)

    def often(words: Collection[str]) -> Mapping[str, int]:
        known = {one: searcher.doc_freq("words", one) for one in words}
        return {one: known[one] and _count(searcher, queries.written(one, whole)) for one in words}

    return list_meant(word, partial(searcher.terms_with_prefix, "words"), often)


def _count(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    result: Any = searcher.search(query, 1)
    return int(result.count)


def _forms(searcher: tantivy.Searcher, queries: QueryBuilder, word: str, *, is_whole: bool) -> int:
    tokens, node = queries.tokens([word]), Word(word)
    if is_whole and len(tokens) == 1:
        return int(searcher.doc_freq("all", tokens[0]))
    return _count(searcher, queries.matching(SearchRequest(), node)) if queries.at_most(node) else 0


def _may_widen(query: Query, total: int) -> bool:
    return total < ENOUGH and not query.is_settled


def _counted(
    searcher: tantivy.Searcher, queries: QueryBuilder, request: SearchRequest, node: Node | None
) -> tuple[Counts, Counts]:
    """The counts, and those of years. Filters that are not set share one pass; each that is set needs its own."""
    chosen = [name for name, values in request.filters.items() if values and name in request.counts]
    free = tuple(name for name in request.counts if name not in chosen)
    years = ("year",) if request.years else ()
    counts = _aggregate(searcher, queries.matching(request, node), (*free, *years)) if free or years else {}
    for name in chosen:
        counts |= _aggregate(searcher, queries.matching(request, node, without=name), (name,))
    return counts, _by_year(counts.pop("year", {}))


def _has_deleted(searcher: tantivy.Searcher) -> bool:
    """Whether the engine's own counts of words hold decisions that are gone: each has one type, so these tell."""
    return sum(count for _, count in searcher.terms_with_prefix("type", "")) != searcher.num_docs


def _by_year(counts: Mapping[str, int]) -> Counts:
    years: dict[str, dict[str, int]] = defaultdict(dict)
    for value, count in sorted(counts.items()):
        year, _, outcome = value.partition(BETWEEN)
        years[year][outcome] = count
    return dict(years)


def _aggregate(
    searcher: tantivy.Searcher, query: tantivy.Query, names: tuple[str, ...]
) -> dict[str, Mapping[str, int]]:
    fields = {"provision": PROVISIONS}
    wanted = {name: {"terms": {"field": fields.get(name, name), "size": _MOST_VALUES}} for name in names}
    found = searcher.aggregate(query, wanted)
    return {name: {one["key"]: int(one["doc_count"]) for one in found[name]["buckets"]} for name in names}
