"""Query objects, made from our own tree. What a reader typed never reaches the engine's parser."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

import tantivy
from tantivy import FieldType, Occur
from tantivy import Query as EngineQuery

from upheld.search.backends.tantivy.schema import PLACED, SECTION_FIELDS, day_number
from upheld.search.backends.tantivy.weights import OF_PHRASES, OF_PLACES, PLACES_OF_SOME
from upheld.search.language.tree import (
    All,
    Any,
    Chosen,
    Decided,
    Most,
    Near,
    Node,
    Not,
    Paid,
    Phrase,
    Prefix,
    Within,
    Word,
)
from upheld.search.requests import SearchRequest
from upheld.search.sections import SUMMARY

Clause = tuple[Occur, EngineQuery]
Analyze = Callable[[str], list[str]]

MOST_BEGINNINGS = 200
"""So many words that begin as was typed are looked for, the most frequent ones."""
_COUNTED_ONCE = frozenset(SECTION_FIELDS.values()) - {SECTION_FIELDS[SUMMARY]}
"""That a word stands in such a section tells something, not how often it does."""
_NO_DAY = -1_000_000  # before any there is: with it, what has no day is left out
_LARGEST = (1 << 63) - 1
_EACH_WITH_EACH = 5
"""So many words are near one another where each is near each of the others; of more, where each is near the next."""


class QueryBuilder:
    """Makes the engine's queries for what one searcher sees."""

    def __init__(
        self,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        analyze: Analyze,
        plain: Analyze,
        hidden: EngineQuery | None = None,
    ) -> None:
        """`analyze` makes tokens as the index does, `plain` the same without stems. `hidden` is never to be found."""
        self.schema, self._searcher, self._analyze, self._plain = schema, searcher, analyze, plain
        self._hidden = hidden
        self._begun: dict[str, list[str]] = {}

    def matching(self, request: SearchRequest, node: Node | None, *, without: str = "") -> EngineQuery:
        """What must match, without scores; `without` leaves out the filter of that name."""
        return self.in_sight(all_of([*self._of_node(node), *self.filters(request, without)]))

    def scored(self, request: SearchRequest, node: Node | None) -> EngineQuery:
        """What must match, and what makes one match better than another."""
        filters = (EngineQuery.const_score_query(one, 0.0) for one in self.filters(request, ""))
        clauses: list[Clause] = [(Occur.Must, must) for must in (*self._of_node(node), *filters)]
        clauses += [(Occur.Should, self.of(part)) for part in also_in(node)]
        clauses += [(Occur.Should, one) for _, _, one in self.places(node)]
        return self.in_sight(EngineQuery.boolean_query(clauses))

    def fullest(self, request: SearchRequest, kept: Sequence[Node], parts: Mapping[Node, int]) -> EngineQuery:
        """What has any of the parts and all that is kept; its score is what the parts count that it has."""
        musts = [*self._of_node(All(tuple(kept)) if kept else None), *self.filters(request, "")]
        clauses: list[Clause] = [(Occur.Must, _silent(must)) for must in musts]
        clauses += [
            (Occur.Should, EngineQuery.const_score_query(self.of(part), count)) for part, count in parts.items()
        ]
        return self.in_sight(EngineQuery.boolean_query(clauses, minimum_number_should_match=1))

    def written(self, word: str, request: SearchRequest) -> EngineQuery:
        """What has the word as it is written, of that which the request filters."""
        has_it = EngineQuery.term_query(self.schema, "words", word, "basic")
        return self.in_sight(all_of([has_it, *self.filters(request, "")]))

    def in_sight(self, query: EngineQuery) -> EngineQuery:
        """What the query matches, without what is never to be found."""
        if self._hidden is None:
            return query
        return EngineQuery.boolean_query([(Occur.Must, query), (Occur.MustNot, self._hidden)])

    def places(self, node: Node | None) -> list[tuple[str, str, EngineQuery]]:
        """What a word that is looked for counts where it stands in a place of weight: place, word and query."""
        words = dict.fromkeys(word for part in words_of(node) for word in part)
        tokens = {token: word for word in words for token in self._analyze(word)}
        return [
            (place, word, EngineQuery.boost_query(self.term(place, token), boost))
            for token, word in tokens.items()
            for place, boost in weights_of_places(node).items()
            if boost and self._searcher.doc_freq(place, token)
        ]

    def tokens(self, words: Sequence[str]) -> list[str]:
        """What the index keeps of the words."""
        return [token for word in words for token in self._analyze(word)]

    def term(self, field: str, value: str) -> EngineQuery:
        """What has the value in the field."""
        return EngineQuery.term_query(self.schema, field, value, "basic" if field in _COUNTED_ONCE else "freq")

    def of(self, node: Node, field: str = "") -> EngineQuery:
        """What one part of a query matches; in one section's field only, where one is given."""
        match node:
            case Any(parts) | Most(parts, _):
                return _any([self.of(part, field) for part in parts], node.least if isinstance(node, Most) else 1)
            case All(parts):
                return self._all(parts, field)
            case Not():
                return self._all((node,), field)
            case Within(section, part) if part is not None:
                return self.of(part, SECTION_FIELDS.get(section, field))
            case Word() | Prefix() | Phrase() | Near():
                return self._of_words(node, field)
        return _silent(self._of_filter(node))

    def _of_words(
        self, node: Word | Prefix | Phrase | Near, field: str, among: EngineQuery | None = None
    ) -> EngineQuery:
        """What the words match; `among` says which decisions are enough to be compared place by place."""
        match node:
            case Word(text):
                return self._phrase(self.tokens([text]), field, among)
            case Phrase(words):
                return self._phrase(self.tokens(words), field, among)
            case Near(words, distance):
                return self._near(list(dict.fromkeys(self.tokens(words))), distance, field, among)
            case Prefix(text):
                return self._prefix(text, field)

    def _of_filter(self, node: Node) -> EngineQuery:
        match node:
            case Chosen(name, values):
                return self._any_of(name, values)
            case Paid(least, most):
                return self.range("paid", FieldType.Integer, 0 if least is None else least, most)
            case Decided(first, last):
                return self._days(first, last)
            case Within(section):
                return self.term("section", section)
        return EngineQuery.empty_query()

    def expand(self, beginning: str) -> list[str]:
        """The words of the index that begin so, the most frequent first, one more than are looked for."""
        if beginning not in self._begun:
            start = "".join(self._plain(beginning))
            found = self._searcher.terms_with_prefix("words", start, limit=MOST_BEGINNINGS + 1) if start else []
            self._begun[beginning] = [word for word, _ in found]
        return self._begun[beginning]

    def rarest(self, tokens: Sequence[str], field: str = "") -> int:
        """How many decisions may at most hold all the tokens; where they are looked for in one section, there."""
        return min((self._searcher.doc_freq(field or "all", token) for token in dict.fromkeys(tokens)), default=0)

    def placed(self, tokens: Sequence[str], field: str = "") -> dict[str, int]:
        """The fields in which all the tokens can stand together, each with how many decisions may at most have that."""
        found = {place: self.rarest(tokens, place) for place in ([field] if field else PLACED)}
        return {place: count for place, count in found.items() if count}

    def at_most(self, node: Node | None) -> int:
        """How many decisions may at most match, told by words alone; with nothing, how many there are."""
        match node:
            case Word(text):
                return self.rarest(self.tokens([text]))
            case Phrase(words) | Near(words, _):
                return self.rarest(self.tokens(words))
            case All(parts):
                return min((self.at_most(part) for part in parts), default=self._searcher.num_docs)
            case Any(parts):
                return min(self._searcher.num_docs, sum(self.at_most(part) for part in parts))
        return self._searcher.num_docs

    def beside(self, parts: Sequence[Node]) -> Node | None:
        """Of the parts that all must match the rarest that are words: only what has it need be compared for phrases."""
        return min(filter(_are_words, parts), key=self.at_most, default=None)

    def _of_node(self, node: Node | None) -> list[EngineQuery]:
        if isinstance(node, All) and not any(isinstance(part, Not) for part in node.parts):
            return self._musts(node.parts, "")
        return [] if node is None else [self.of(node)]

    def _all(self, parts: Sequence[Node], field: str) -> EngineQuery:
        ruled_out = [(Occur.MustNot, self.of(part.part, field)) for part in parts if isinstance(part, Not)]
        musts = [(Occur.Must, one) for one in self._musts(parts, field)]
        if not ruled_out and len(musts) == 1:
            return musts[0][1]
        anything = [] if musts else [(Occur.Must, _silent(EngineQuery.all_query()))]
        return EngineQuery.boolean_query([*anything, *musts, *ruled_out])

    def _musts(self, parts: Sequence[Node], field: str) -> list[EngineQuery]:
        """What all must match. A phrase is compared only in what has the rarest of the words beside it."""
        beside = self.beside(parts)
        among = None if beside is None else _silent(self.of(beside, field))
        return [
            self._of_words(part, field, among) if isinstance(part, Phrase | Near) else self.of(part, field)
            for part in parts
            if not isinstance(part, Not)
        ]

    def _phrase(self, tokens: list[str], field: str, among: EngineQuery | None) -> EngineQuery:
        if len(tokens) < 2:
            return self._term_of(tokens, field)
        return self._together([[tokens]], field, among, slop=0)

    def _near(self, tokens: list[str], distance: int, field: str, among: EngineQuery | None) -> EngineQuery:
        """Words next to one another are at the distance of one; the engine counts what stands between them.

        Two by two: of three words and more the engine finds some that stand further apart, and some not that do not.
        """
        if len(tokens) < 2:
            return self._term_of(tokens, field)
        least = len(tokens) - 1 if len(tokens) <= _EACH_WITH_EACH else 1
        orders = [[[one, other], [other, one]] for one, other in _pairs(tokens)]
        return self._together(orders, field, among, slop=max(distance, least) - 1)

    def _term_of(self, tokens: Sequence[str], field: str) -> EngineQuery:
        return self.term(field or "all", tokens[0]) if tokens else EngineQuery.empty_query()

    def _together(
        self, groups: list[list[list[str]]], field: str, among: EngineQuery | None, *, slop: int
    ) -> EngineQuery:
        """Of each group the tokens in one of its orders, all in one section or name; anywhere, as the words they are.

        The engine compares the words of one field in turn with those of another, so that what else must match has to
        stand with each field: beside them all, it would save nothing.
        """
        tokens = list(dict.fromkeys(token for orders in groups for token in orders[0]))
        found = [self._together_in(place, groups, slop) for place in self.placed(tokens, field)]
        if field:
            return _any(found)
        words = (EngineQuery.boost_query(self.term("all", token), OF_PHRASES) for token in tokens)
        return all_of([_silent(_any([all_of([one, among]) for one in found] if among else found)), *words])

    def _together_in(self, place: str, groups: list[list[list[str]]], slop: int) -> EngineQuery:
        return all_of(
            [
                _any([EngineQuery.phrase_query(self.schema, place, list(one), slop) for one in orders])
                for orders in groups
            ]
        )

    def _prefix(self, beginning: str, field: str) -> EngineQuery:
        words = self.expand(beginning)[:MOST_BEGINNINGS]
        if not words:
            return EngineQuery.empty_query()
        if not field:
            return EngineQuery.term_set_query(self.schema, "words", words)
        return EngineQuery.term_set_query(self.schema, field, list(dict.fromkeys(self.tokens(words))))

    def filters(self, request: SearchRequest, without: str) -> list[EngineQuery]:
        """What the request is narrowed by."""
        chosen = [self._any_of(name, values) for name, values in request.filters.items() if values and name != without]
        first, last = request.decided_from, request.decided_to
        days = [self._days(first, last)] if first or last else []
        return [*chosen, *days, *self._at(request)]

    def _any_of(self, name: str, values: Sequence[str]) -> EngineQuery:
        return _any([self.term(_field(name, value), value.encode("utf-8", "replace").decode()) for value in values])

    def _days(self, first: dt.date | None, last: dt.date | None) -> EngineQuery:
        bounds = (_NO_DAY if first is None else day_number(first), None if last is None else day_number(last))
        return self.range("decided", FieldType.Integer, *bounds)

    def _at(self, request: SearchRequest) -> list[EngineQuery]:
        if request.at is None:
            return []
        return [self.range("entered", FieldType.Unsigned, None, max(0, request.at))]

    def range(self, field: str, kind: FieldType, least: int | None, most: int | None) -> EngineQuery:
        """What has a number in the field between the two, both counted."""
        if least is not None and most is not None and least > most:
            return EngineQuery.empty_query()
        largest = _LARGEST if kind == FieldType.Integer else 2 * _LARGEST + 1
        least, most = (None if bound is None else max(-_LARGEST, min(bound, largest)) for bound in (least, most))
        return EngineQuery.range_query(self.schema, field, kind, lower_bound=least, upper_bound=most)


def orders_of(count: int) -> int:
    """How many phrases are looked for where so many words must be near one another."""
    return 2 * len(_pairs([""] * count))


def _pairs(tokens: Sequence[str]) -> list[tuple[str, str]]:
    return list(combinations(tokens, 2) if len(tokens) <= _EACH_WITH_EACH else pairwise(tokens))


def weights_of_places(node: Node | None) -> Mapping[str, float]:
    """What a word counts by where it stands: less where not all of the words are looked for."""
    share = PLACES_OF_SOME if any(isinstance(part, Most) for part in _parts(node)) else 1.0
    return {place: weight * share for place, weight in OF_PLACES.items()}


def also_in(node: Node | None) -> tuple[Node, ...]:
    """What need not be there, and counts where it is."""
    return tuple(one for part in _parts(node) if isinstance(part, Most) for one in part.also)


def _are_words(node: Node) -> bool:
    return all(map(_are_words, node.parts)) if isinstance(node, Any) else isinstance(node, Word)


def _parts(node: Node | None) -> tuple[Node, ...]:
    return node.parts if isinstance(node, All) else ()


def words_of(node: Node | None) -> Iterator[tuple[str, ...]]:
    """The words looked for anywhere in the text, those of each part together; nothing ruled out."""
    match node:
        case Word(text):
            yield (text,)
        case Phrase(words) | Near(words, _):
            yield words
        case All(parts) | Any(parts) | Most(parts, _):
            for part in parts:
                yield from words_of(part)


def all_of(musts: Sequence[EngineQuery]) -> EngineQuery:
    """What matches every one."""
    if not musts:
        return EngineQuery.all_query()
    return musts[0] if len(musts) == 1 else EngineQuery.boolean_query([(Occur.Must, must) for must in musts])


def _any(shoulds: Sequence[EngineQuery], least: int = 1) -> EngineQuery:
    if not shoulds:
        return EngineQuery.empty_query()
    clauses = [(Occur.Should, one) for one in shoulds]
    return shoulds[0] if len(shoulds) == 1 else EngineQuery.boolean_query(clauses, minimum_number_should_match=least)


def _silent(query: EngineQuery) -> EngineQuery:
    """The query without a say in the order."""
    return EngineQuery.const_score_query(query, 0.0)


def _field(name: str, value: str) -> str:
    return "subcategory_alone" if name == "subcategory" and "/" not in value else name
