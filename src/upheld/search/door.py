"""All that the search hands on to other rooms."""

from upheld.search.apart import Apart, take_apart
from upheld.search.comparing import Difference, differences, inspect
from upheld.search.errors import IndexNotReadyError, QueryError
from upheld.search.explaining import explain
from upheld.search.follower import SearchFollower
from upheld.search.former import find_former
from upheld.search.language.query import Problem, Query, Synonym
from upheld.search.language.understanding import read_query
from upheld.search.likeness.finding import Alike, find_alike
from upheld.search.likeness.quoting import choose_sentences
from upheld.search.likeness.texts import Told
from upheld.search.marking import Marker, Match
from upheld.search.ordering import order_of
from upheld.search.requests import SearchRequest
from upheld.search.results import Explanation, Likeness, SearchResults, Similar, Walk
from upheld.search.searching import search
from upheld.search.sections import kinds_of_sections
from upheld.search.similar import find_similar
from upheld.search.spelling.spelling import Spelling, spell
from upheld.search.spelling.typed import as_meant, places_of
from upheld.search.suggestions.suggesting import suggest, suggestions_cursor
from upheld.search.suggestions.suggestion import Suggestion
from upheld.search.vocabulary import count_words, list_vocabulary
from upheld.search.walking import walk
from upheld.search.words import mark

__all__ = [
    "Alike",
    "Apart",
    "Difference",
    "Explanation",
    "IndexNotReadyError",
    "Likeness",
    "Marker",
    "Match",
    "Problem",
    "Query",
    "QueryError",
    "SearchFollower",
    "SearchRequest",
    "SearchResults",
    "Similar",
    "Spelling",
    "Suggestion",
    "Synonym",
    "Told",
    "Walk",
    "as_meant",
    "choose_sentences",
    "count_words",
    "differences",
    "explain",
    "find_alike",
    "find_former",
    "find_similar",
    "inspect",
    "kinds_of_sections",
    "list_vocabulary",
    "mark",
    "order_of",
    "places_of",
    "read_query",
    "search",
    "spell",
    "suggest",
    "suggestions_cursor",
    "take_apart",
    "walk",
]
