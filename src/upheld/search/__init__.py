"""Finds decisions: one door to the search, whatever engine stands behind it.

What the door hands on is imported when it is first asked for: Django imports the room before tables may be.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from upheld.search.requests import SearchRequest
    from upheld.search.results import Explanation, Likeness, SearchResults, Similar, Walk
    from upheld.search.searching import search
    from upheld.search.sections import kinds_of_sections
    from upheld.search.similar import find_similar
    from upheld.search.spelling.spelling import Spelling, spell
    from upheld.search.suggestions.suggesting import suggest, suggestions_cursor
    from upheld.search.suggestions.suggestion import Suggestion
    from upheld.search.vocabulary import count_words, list_vocabulary
    from upheld.search.walking import walk
    from upheld.search.words import mark

_DOOR = {
    "Alike": "likeness.finding",
    "Difference": "comparing",
    "Explanation": "results",
    "IndexNotReadyError": "errors",
    "Likeness": "results",
    "Marker": "marking",
    "Match": "marking",
    "Problem": "language.query",
    "Query": "language.query",
    "QueryError": "errors",
    "SearchFollower": "follower",
    "SearchRequest": "requests",
    "SearchResults": "results",
    "Similar": "results",
    "Spelling": "spelling.spelling",
    "Suggestion": "suggestions.suggestion",
    "Synonym": "language.query",
    "Told": "likeness.texts",
    "Walk": "results",
    "choose_sentences": "likeness.quoting",
    "count_words": "vocabulary",
    "differences": "comparing",
    "explain": "explaining",
    "find_alike": "likeness.finding",
    "find_former": "former",
    "find_similar": "similar",
    "inspect": "comparing",
    "kinds_of_sections": "sections",
    "list_vocabulary": "vocabulary",
    "mark": "words",
    "read_query": "language.understanding",
    "search": "searching",
    "spell": "spelling.spelling",
    "suggest": "suggestions.suggesting",
    "suggestions_cursor": "suggestions.suggesting",
    "walk": "walking",
}

__all__ = [
    "Alike",
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
    "read_query",
    "search",
    "spell",
    "suggest",
    "suggestions_cursor",
    "walk",
]


def __getattr__(name: str) -> object:
    """One of the door's names."""
    if name not in _DOOR:
        raise AttributeError(f"The search has no {name}")
    return getattr(import_module(f"upheld.search.{_DOOR[name]}"), name)
