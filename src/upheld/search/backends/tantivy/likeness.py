"""Decisions whose words are like those of a text."""

import math
from collections import Counter
from collections.abc import Sequence

import structlog
import tantivy
from tantivy import Occur
from tantivy import Query as EngineQuery

from upheld.search.backends.tantivy.failures import engine_failures
from upheld.search.backends.tantivy.queries import QueryBuilder
from upheld.search.backends.tantivy.weights import OF_PLACES_OF_LIKENESS, OUR_OWN_LIKENESS
from upheld.search.engine import BrokenIndexError
from upheld.search.results import Likeness, Similar
from upheld.search.words import is_common, prepare

log = structlog.get_logger()

_MOST_TERMS = 40
_LONGEST = 40_000


def find_like(
    searcher: tantivy.Searcher,
    queries: QueryBuilder,
    likeness: Likeness,
    *,
    limit: int,
    without: Sequence[int] = (),
    filters: Sequence[EngineQuery] = (),
) -> tuple[Similar, ...]:
    """The decisions whose words are most like these, the most like first."""
    if limit < 1:
        return ()
    ways = (our_likeness, engines_likeness) if OUR_OWN_LIKENESS else (engines_likeness, our_likeness)
    for way in ways:
        try:
            with engine_failures():
                query = way(searcher, queries, likeness)
                return _found(searcher, _narrowed(query, queries, without, filters), limit) if query else ()
        except BrokenIndexError as error:
            # The engine's own way has panicked where much was deleted. The words are nobody's business: none is told.
            log.warning("similar decisions by the other way", problem=type(error.__cause__).__name__)
    raise BrokenIndexError("no way to similar decisions works")


def engines_likeness(searcher: tantivy.Searcher, queries: QueryBuilder, likeness: Likeness) -> EngineQuery | None:
    """What the engine takes for like: the words that are rarest in each place."""
    text = prepare(f"{likeness.complaint}\n{likeness.text}"[:_LONGEST])
    shoulds = [
        EngineQuery.boost_query(
            EngineQuery.more_like_this_document_fields_query(
                queries.schema,
                {place: [text]},
                min_doc_frequency=1,
                max_doc_frequency=max(1, searcher.num_docs // 2),
                min_term_frequency=1,
                max_query_terms=_MOST_TERMS,
            ),
            boost,
        )
        for place, boost in OF_PLACES_OF_LIKENESS.items()
    ]
    return EngineQuery.boolean_query([(Occur.Should, one) for one in shoulds]) if text.strip() else None


def our_likeness(searcher: tantivy.Searcher, queries: QueryBuilder, likeness: Likeness) -> EngineQuery | None:
    """The words that tell most of the text, each counted by how much it tells and where it stands."""
    shoulds = [
        EngineQuery.boost_query(queries.term(place, token), weight * boost)
        for token, weight in _telling(searcher, queries, likeness)
        for place, boost in OF_PLACES_OF_LIKENESS.items()
        if searcher.doc_freq(place, token)
    ]
    return EngineQuery.boolean_query([(Occur.Should, one) for one in shoulds]) if shoulds else None


def _narrowed(
    query: EngineQuery, queries: QueryBuilder, without: Sequence[int], filters: Sequence[EngineQuery]
) -> EngineQuery:
    clauses = [(Occur.Must, query), *((Occur.Must, EngineQuery.const_score_query(one, 0.0)) for one in filters)]
    if without:
        clauses.append((Occur.MustNot, EngineQuery.term_set_query(queries.schema, "decision", list(without))))
    return queries.in_sight(EngineQuery.boolean_query(clauses))


def _found(searcher: tantivy.Searcher, query: EngineQuery, limit: int) -> tuple[Similar, ...]:
    hits = searcher.search(query, limit, count=False).hits
    ids = searcher.fast_field_values("decision", [address for _, address in hits])
    return tuple(Similar(int(one or 0), float(score)) for one, (score, _) in zip(ids, hits, strict=True))


def _telling(searcher: tantivy.Searcher, queries: QueryBuilder, likeness: Likeness) -> list[tuple[str, float]]:
    """The words that tell most of the text, each with what it counts beside the one that counts most."""
    weights = likeness.weights or _weigh(searcher, queries, likeness)
    best = sorted(weights.items(), key=lambda one: -one[1])[:_MOST_TERMS]
    return [(token, weight / best[0][1]) for token, weight in best]


def _weigh(searcher: tantivy.Searcher, queries: QueryBuilder, likeness: Likeness) -> dict[str, float]:
    """Rare words and repeated ones count most."""
    held, weights = max(1, searcher.num_docs), {}
    for token, count in _counts(queries, likeness).items():
        found = searcher.doc_freq("all", token)
        if found and not token.isdigit():
            weights[token] = (1 + math.log(count)) * math.log(1 + held / found)
    return weights


def _counts(queries: QueryBuilder, likeness: Likeness) -> Counter[str]:
    """How often each word stands in the text, twice as often where it stands in the complaint."""
    counts: Counter[str] = Counter()
    for text, times in ((likeness.complaint, 2), (likeness.text, 1)):
        words = Counter(word.strip('.,;:()?!"“”‘’') for word in prepare(text[:_LONGEST]).lower().split())
        for word, count in words.items():
            if not is_common(word):
                for token in queries.tokens([word]):
                    counts[token] += times * count
    return counts
