"""Decisions whose words are like those of a text."""

import math
from collections import Counter
from collections.abc import Sequence

import tantivy
from tantivy import Occur
from tantivy import Query as EngineQuery

from upheld.search.backends.tantivy.queries import QueryBuilder
from upheld.search.backends.tantivy.weights import SIMILAR
from upheld.search.results import Likeness, Similar
from upheld.search.words import is_common, prepare

_MOST_TERMS = 40
_LONGEST = 40_000


def find_like(
    searcher: tantivy.Searcher,
    queries: QueryBuilder,
    likeness: Likeness,
    *,
    limit: int,
    without: Sequence[int],
    filters: Sequence[EngineQuery] = (),
) -> tuple[Similar, ...]:
    """The decisions whose words are most like these, the most like first."""
    terms = _telling(searcher, queries, likeness)
    if not terms or limit < 1:
        return ()
    query = EngineQuery.boolean_query(
        [
            (Occur.Should, EngineQuery.boost_query(queries.term(place, token), weight * boost))
            for token, weight in terms
            for place, boost in SIMILAR.items()
            if searcher.doc_freq(place, token)
        ]
    )
    if filters:
        silent = ((Occur.Must, EngineQuery.const_score_query(one, 0.0)) for one in filters)
        query = EngineQuery.boolean_query([(Occur.Must, query), *silent])
    if without:
        seen = EngineQuery.term_set_query(queries.schema, "decision", list(without))
        query = EngineQuery.boolean_query([(Occur.Must, query), (Occur.MustNot, seen)])
    hits = searcher.search(query, limit, count=False).hits
    ids = searcher.fast_field_values("decision", [address for _, address in hits])
    return tuple(Similar(int(one or 0), float(score)) for one, (score, _) in zip(ids, hits, strict=True))


def _telling(searcher: tantivy.Searcher, queries: QueryBuilder, likeness: Likeness) -> list[tuple[str, float]]:
    """The words that tell most of the text, rare ones and repeated ones first, each with what it counts."""
    counts: Counter[str] = Counter()
    for text, times in ((likeness.complaint, 2), (likeness.text, 1)):
        for word in prepare(text[:_LONGEST]).split():
            if not is_common(word.strip('.,;:()?"“”')):
                for token in queries.tokens([word]):
                    counts[token] += times
    held = max(1, searcher.num_docs)
    weighed = []
    for token, count in counts.items():
        found = searcher.doc_freq("all", token)
        if found and not token.isdigit():
            weighed.append((token, (1 + math.log(count)) * math.log(1 + held / found)))
    best = sorted(weighed, key=lambda one: -one[1])[:_MOST_TERMS]
    most = best[0][1] if best else 1.0
    return [(token, weight / most) for token, weight in best]
