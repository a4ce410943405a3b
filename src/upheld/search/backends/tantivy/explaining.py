"""Why a decision was found and stands where it does."""

import json
import math
from collections.abc import Iterator

import tantivy
from tantivy import Occur
from tantivy import Query as EngineQuery

from upheld.search.backends.tantivy.queries import QueryBuilder, also_in, weights_of_places
from upheld.search.backends.tantivy.schema import SECTION_FIELDS
from upheld.search.language.tree import All, Any, Most, Near, Node, Not, Phrase, Prefix, Within, Word
from upheld.search.requests import SearchRequest
from upheld.search.results import Explanation

PLACES = {
    "all": "in the whole decision",
    "bodies": "in the name of an organisation",
    "category_name": "in the category",
    "subcategory_name": "in the subcategory",
    "in_summary": "in the summary",
    "in_complaint": "in the complaint",
    "in_considered": "in how it was considered",
    "in_law": "in the law",
    "in_found": "in what was found",
    "in_agreed_action": "in the agreed action",
    "in_decision": "in the decision",
}


def explain(
    searcher: tantivy.Searcher, queries: QueryBuilder, request: SearchRequest, node: Node | None, decision_id: int
) -> Explanation | None:
    """The parts of the decision's score; None where it is not found."""
    only = queries.range("decision", tantivy.FieldType.Integer, decision_id, decision_id)
    query = EngineQuery.boolean_query([(Occur.Must, queries.scored(request, node)), (Occur.Must, only)])
    hits = searcher.search(query, 1).hits
    if not hits:
        return None
    address = hits[0][1]
    standing = math.log2(2 + float(searcher.fast_field_values("standing", [address])[0] or 0))
    words = tuple(part for part in _words(searcher, queries, node, address) if part.value)
    asked = Explanation("Words that were looked for", sum(part.value for part in words), words)
    times = Explanation("Times what the decision is: newer counts more, a public report counts more", standing)
    return Explanation("Score", asked.value * standing, (asked, times))


def _words(
    searcher: tantivy.Searcher, queries: QueryBuilder, node: Node | None, address: tantivy.DocAddress
) -> list[Explanation]:
    found: dict[str, list[Explanation]] = {}
    for part in (*_scored_parts(node), *also_in(node)):
        value, details = _value(queries.of(part), searcher, address)
        found.setdefault(_called(part), []).append(Explanation(_place(part), value, details))
    weights = weights_of_places(node)
    for place, word, query in queries.places(node):
        value, details = _value(query, searcher, address)
        label = f"{PLACES[place]}, counted {weights[place]:g} times"
        found.setdefault(word, []).append(Explanation(label, value, details))
    return [
        Explanation(f"“{word}”", sum(part.value for part in parts), tuple(part for part in parts if part.value))
        for word, parts in found.items()
    ]


def _scored_parts(node: Node | None) -> list[Node]:
    if node is None or isinstance(node, Not):
        return []
    if isinstance(node, Within) and isinstance(node.part, All):
        return [Within(node.section, part) for part in node.part.parts if not isinstance(part, Not)]
    return [one for part in node.parts for one in _scored_parts(part)] if isinstance(node, All | Most) else [node]


def _called(part: Node) -> str:
    """The words of a part: in a section all of them, else the first of those that mean the same."""
    words = _named(part)
    return " or ".join(words) if isinstance(part, Within) else next(words, "")


def _named(node: Node | None) -> Iterator[str]:
    match node:
        case Word(text):
            yield text
        case Prefix(text):
            yield f"{text}*"
        case Phrase(words) | Near(words, _):
            yield " ".join(words)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _named(part)
        case Within(_, part):
            yield from _named(part)


def _place(part: Node) -> str:
    return PLACES[SECTION_FIELDS.get(part.section, "all") if isinstance(part, Within) else "all"]


def _value(
    query: EngineQuery, searcher: tantivy.Searcher, address: tantivy.DocAddress
) -> tuple[float, tuple[Explanation, ...]]:
    """What one part of the query gives to the decision, and of what that is made where it is one word."""
    try:
        told = json.loads(query.explain(searcher, address).to_json())
    except ValueError:  # the engine explains only what matches
        return 0.0, ()
    return float(told["value"]), _details(told)


def _details(told: dict[str, object]) -> tuple[Explanation, ...]:
    words = {
        "idf": "how rare the word is",
        "freq /": "how often it stands there, the length of the text considered",
    }
    details = told.get("details")
    found: list[Explanation] = []
    for one in details if isinstance(details, list) else ():
        for start, label in words.items():
            if str(one.get("description", "")).startswith(start):
                found.append(Explanation(label, float(one["value"])))
    return tuple(found)
