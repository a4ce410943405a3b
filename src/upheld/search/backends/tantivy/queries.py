"""Query objects, made from our own tree. What a reader typed never reaches the engine's parser."""

from collections.abc import Callable, Sequence

import tantivy
from tantivy import FieldType, Occur
from tantivy import Query as EngineQuery

from upheld.search.backends.tantivy.schema import day_number
from upheld.search.query import Phrase, Query, Word
from upheld.search.requests import SearchRequest

Clause = tuple[Occur, EngineQuery]
Analyze = Callable[[str], list[str]]

# A word in the name of a body says most about what somebody looks for, then in the subject, then in the summary.
_WEIGHTS = (("bodies", 3.0), ("subjects", 2.0), ("summary", 1.5))


class QueryBuilder:
    """Makes the engine's queries for one schema."""

    def __init__(self, schema: tantivy.Schema, analyze: Analyze) -> None:
        """`analyze` makes tokens as the index does."""
        self._schema, self._analyze = schema, analyze

    def matching(self, request: SearchRequest, query: Query, *, without: str = "") -> EngineQuery:
        """What must match, without scores; `without` leaves out the filter of that name."""
        return _all_of([*self._parts(query), *self._filters(request, without)])

    def scored(self, request: SearchRequest, query: Query) -> EngineQuery:
        """What must match, and what makes one match better than another."""
        musts = [*self._parts(query), *(EngineQuery.const_score_query(one, 0.0) for one in self._filters(request, ""))]
        clauses: list[Clause] = [(Occur.Must, must) for must in musts]
        words = [word for part in query.parts for word in (part.words if isinstance(part, Phrase) else (part.text,))]
        clauses += [(Occur.Should, self._weighed(token)) for token in dict.fromkeys(self.tokens(words))]
        return EngineQuery.boolean_query(clauses)

    def tokens(self, words: Sequence[str]) -> list[str]:
        """What the index keeps of the words."""
        return [token for word in words for token in self._analyze(word)]

    def _parts(self, query: Query) -> list[EngineQuery]:
        return [self._part(part) for part in query.parts]

    def _part(self, part: Word | Phrase) -> EngineQuery:
        tokens = self.tokens(part.words if isinstance(part, Phrase) else (part.text,))
        if len(tokens) > 1:
            return EngineQuery.phrase_query(self._schema, "all", list(tokens))
        return self._term("all", tokens[0]) if tokens else EngineQuery.empty_query()

    def _weighed(self, token: str) -> EngineQuery:
        return EngineQuery.boolean_query(
            [(Occur.Should, EngineQuery.boost_query(self._term(name, token), boost)) for name, boost in _WEIGHTS]
        )

    def _filters(self, request: SearchRequest, without: str) -> list[EngineQuery]:
        chosen = [self._any_of(name, values) for name, values in request.filters.items() if values and name != without]
        return [*chosen, *self._days(request)]

    def _any_of(self, name: str, values: Sequence[str]) -> EngineQuery:
        terms = [self._term(_field(name, value), value.encode("utf-8", "replace").decode()) for value in values]
        return terms[0] if len(terms) == 1 else EngineQuery.boolean_query([(Occur.Should, term) for term in terms])

    def _days(self, request: SearchRequest) -> list[EngineQuery]:
        first, last = request.decided_from, request.decided_to
        if first is None and last is None:
            return []
        return [
            EngineQuery.range_query(
                self._schema,
                "decided",
                FieldType.Integer,
                lower_bound=None if first is None else day_number(first),
                upper_bound=None if last is None else day_number(last),
            )
        ]

    def _term(self, field: str, value: str) -> EngineQuery:
        return EngineQuery.term_query(self._schema, field, value)


def _field(name: str, value: str) -> str:
    return "subcategory_alone" if name == "subcategory" and "/" not in value else name


def _all_of(musts: Sequence[EngineQuery]) -> EngineQuery:
    if not musts:
        return EngineQuery.all_query()
    return musts[0] if len(musts) == 1 else EngineQuery.boolean_query([(Occur.Must, must) for must in musts])
