"""Pages of results: in which order, from where, and where the next begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Order
from tantivy import Query as EngineQuery

from upheld.search.backends.tantivy.queries import QueryBuilder, all_of
from upheld.search.language.tree import Node
from upheld.search.ordering import order_of
from upheld.search.places import Keyset, Seen, read_keyset, read_seen, write_place
from upheld.search.requests import MAX_DEPTH, SearchRequest

_TIES = 100  # how many results that stand alike are put in order across the edge of a page
_SLACK = 200  # how many of those before a page may have gone away, or come, without the page noticing
_BLOCK = 20_000
_FIELDS = {"newest": ("newest", Order.Desc), "oldest": ("oldest", Order.Asc), "added": ("added", Order.Desc)}

Hits = list[tuple[Any, tantivy.DocAddress]]


@dataclass(frozen=True)
class Page:
    """One page: how many match in all, the ids shown, and the places after and before it."""

    total: int
    decision_ids: tuple[int, ...]
    next: str = ""
    previous: str = ""


@dataclass(frozen=True)
class _Hit:
    """One result: what it is ordered by, and its id."""

    key: tuple[float, ...]
    decision_id: int
    value: Any


class Pager:
    """Answers for one request, on one snapshot."""

    def __init__(
        self, searcher: tantivy.Searcher, queries: QueryBuilder, request: SearchRequest, node: Node | None
    ) -> None:
        """Nothing is looked for yet."""
        self._searcher, self._queries, self._request, self._node = searcher, queries, request, node
        self._order = order_of(request, node)

    def page(self) -> Page:
        """The page asked for. Raises QueryError where its place is none."""
        if self._order == "relevance":
            return self._by_relevance()
        return self._after_place() if self._request.after or self._request.before else self._by_number()

    def total(self) -> int:
        """How many match."""
        result: Any = self._searcher.search(self._matching(), 1)
        return int(result.count)

    def walk(self, chunk: int) -> Iterator[tuple[int, ...]]:
        """The ids of all, in order."""
        blocks = self._best_blocks() if self._order == "relevance" else self._field_blocks()
        for block in blocks:
            for start in range(0, len(block), chunk):
                yield tuple(block[start : start + chunk])

    # Ordered by a number that each decision has

    def _by_number(self) -> Page:
        request, (field, order) = self._request, _FIELDS[self._order]
        start = max(0, request.offset - _TIES)
        limit = request.offset - start + request.page_size + _TIES
        result: Any = self._searcher.search(self._matching(), limit, offset=start, order_by_field=field, order=order)
        hits = self._ordered(result.hits, order)[request.offset - start :]
        shown = hits[: request.page_size]
        has_more = request.offset + len(shown) < result.count
        return self._page(result.count, shown, has_more=has_more, has_less=request.page > 1)

    def _after_place(self) -> Page:
        request, (field, order) = self._request, _FIELDS[self._order]
        place = read_keyset(request.after or request.before, self._order)
        backwards = bool(request.before)
        direction = _turned(order) if backwards else order
        clause = self._beyond(place, field, direction, backwards=backwards)
        limit = request.page_size + _TIES
        found = self._searcher.search(
            self._matching(clause), limit, count=False, order_by_field=field, order=direction
        ).hits
        hits = self._ordered(found, direction, backwards=backwards)
        shown = hits[: request.page_size]
        if backwards:
            return self._page(self.total(), shown[::-1], has_more=True, has_less=len(hits) > len(shown))
        return self._page(self.total(), shown, has_more=len(hits) > len(shown), has_less=True)

    def _page(self, total: int, shown: Sequence[_Hit], *, has_more: bool, has_less: bool) -> Page:
        def place(hit: _Hit) -> str:
            return write_place(Keyset(self._order, int(hit.value), hit.decision_id))

        ids = tuple(hit.decision_id for hit in shown)
        return Page(
            total,
            ids,
            place(shown[-1]) if shown and has_more else "",
            place(shown[0]) if shown and has_less else "",
        )

    def _ordered(self, hits: Hits, order: Order, *, backwards: bool = False) -> list[_Hit]:
        """The hits by their numbers; those of one number by their ids, whatever segment the engine keeps them in."""
        sign, second = (-1 if order == Order.Desc else 1), (-1 if backwards else 1)
        ids = self.ids([address for _, address in hits])
        made = [_Hit((sign * value, second * one), one, value) for (value, _), one in zip(hits, ids, strict=True)]
        return sorted(made, key=lambda hit: hit.key)

    def _beyond(self, place: Keyset, field: str, order: Order, *, backwards: bool) -> EngineQuery:
        """What stands beyond a place in a direction."""
        falling = order == Order.Desc
        between = (None, place.value - 1) if falling else (place.value + 1, None)
        beside = (None, place.decision_id - 1) if backwards else (place.decision_id + 1, None)
        alike = [
            self._queries.range(field, FieldType.Unsigned, place.value, place.value),
            self._queries.range("decision", FieldType.Integer, *beside),
        ]
        further = [] if falling and not place.value else [self._queries.range(field, FieldType.Unsigned, *between)]
        return EngineQuery.boolean_query([(Occur.Should, one) for one in (*further, all_of(alike))])

    def _field_blocks(self) -> Iterator[list[int]]:
        field, order = _FIELDS[self._order]
        clause: EngineQuery | None = None
        while True:
            query = self._matching(clause)
            found = self._searcher.search(query, _BLOCK + _TIES, count=False, order_by_field=field, order=order).hits
            hits = self._ordered(found, order)[:_BLOCK]
            if not hits:
                return
            yield [hit.decision_id for hit in hits]
            if len(found) <= _BLOCK:
                return
            last = Keyset(self._order, int(hits[-1].value), hits[-1].decision_id)
            clause = self._beyond(last, field, order, backwards=False)

    # Ordered by scores, which change a little whenever anything is published: a page is told by what was shown before

    def _by_relevance(self) -> Page:
        request, seen = self._request, self._seen()
        if request.before:
            seen = seen.before(request.page_size)
        total, hits = self._best(seen)
        shown = hits[: request.page_size]
        before = seen.skipped + len(seen.decision_ids)
        after = seen.and_then([hit.decision_id for hit in shown])
        has_more = len(hits) > len(shown) and before + len(shown) + request.page_size <= MAX_DEPTH
        return Page(
            total,
            tuple(hit.decision_id for hit in shown),
            write_place(after) if has_more else "",
            write_place(seen) if before else "",
        )

    def _seen(self) -> Seen:
        word = self._request.after or self._request.before
        if not word:
            return Seen(self._request.offset)
        place = read_seen(word)
        return Seen(min(place.skipped, MAX_DEPTH), place.decision_ids)

    def _best(self, seen: Seen) -> tuple[int, list[_Hit]]:
        """All that matches, counted, and the best that were not seen, a page of them and one more at least."""
        start = max(0, seen.skipped - _SLACK)
        limit = seen.skipped - start + self._request.page_size + _TIES
        result: Any = self._searcher.search(
            self._scored(without=seen.decision_ids), limit, offset=start, weight_by_field="standing"
        )
        hits = self._by_score(result.hits)
        total = self.total() if seen.decision_ids else result.count
        return total, hits[self._edge(hits, seen, start) :]

    def _edge(self, hits: Sequence[_Hit], seen: Seen, start: int) -> int:
        """How many of the hits came before what was seen: those that score more than it does now."""
        skipped = seen.skipped - start
        if not skipped or not seen.decision_ids:
            return skipped
        only = EngineQuery.term_set_query(self._queries.schema, "decision", list(seen.decision_ids))
        query = EngineQuery.boolean_query(
            [(Occur.Must, self._scored()), (Occur.Must, EngineQuery.const_score_query(only, 0.0))]
        )
        scores = [score for score, _ in self._searcher.search(
            query, len(seen.decision_ids), count=False, weight_by_field="standing"
        ).hits]  # fmt: skip
        if not scores or f"{scores[0]:.5g}" == f"{scores[-1]:.5g}":
            return skipped
        middle = (scores[0] + scores[-1]) / 2
        return sum(hit.value > middle for hit in hits)

    def _by_score(self, hits: Hits) -> list[_Hit]:
        """By score, equal scores the newest first."""
        addresses = [address for _, address in hits]
        days = self._searcher.fast_field_values("newest", addresses)
        made = []
        # Sums of floats differ in their last bits with the order of adding: five digits are what a score is worth.
        for (score, _), day, one in zip(hits, days, self.ids(addresses), strict=True):
            made.append(_Hit((-float(f"{score:.5g}"), -(day or 0), one), one, score))
        return sorted(made, key=lambda hit: hit.key)

    def _best_blocks(self) -> Iterator[list[int]]:
        query, start = self._scored(), 0
        while hits := self._searcher.search(query, _BLOCK, count=False, offset=start, weight_by_field="standing").hits:
            yield [hit.decision_id for hit in self._by_score(hits)]
            start += _BLOCK

    # Both

    def ids(self, addresses: list[tantivy.DocAddress]) -> list[int]:
        """The decisions at the addresses."""
        return [int(one or 0) for one in self._searcher.fast_field_values("decision", addresses)]

    def _matching(self, clause: EngineQuery | None = None) -> EngineQuery:
        query = self._queries.matching(self._request, self._node)
        return query if clause is None else all_of([query, clause])

    def _scored(self, without: Sequence[int] = ()) -> EngineQuery:
        query = self._queries.scored(self._request, self._node)
        if not without:
            return query
        seen = EngineQuery.term_set_query(self._queries.schema, "decision", list(without))
        return EngineQuery.boolean_query([(Occur.Must, query), (Occur.MustNot, seen)])


def _turned(order: Order) -> Order:
    return Order.Asc if order == Order.Desc else Order.Desc
