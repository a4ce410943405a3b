"""Finds decisions: one door to the search, whatever engine stands behind it."""

from upheld.search.comparing import Difference, differences, inspect
from upheld.search.errors import IndexNotReadyError, QueryError
from upheld.search.explaining import explain
from upheld.search.follower import SearchFollower
from upheld.search.former import find_former
from upheld.search.requests import SearchRequest
from upheld.search.results import Explanation, Likeness, SearchResults, Similar, Walk
from upheld.search.searching import search
from upheld.search.similar import find_similar
from upheld.search.vocabulary import count_words, list_vocabulary
from upheld.search.walking import walk
from upheld.search.words import mark

__all__ = [
    "Difference",
    "Explanation",
    "IndexNotReadyError",
    "Likeness",
    "QueryError",
    "SearchFollower",
    "SearchRequest",
    "SearchResults",
    "Similar",
    "Walk",
    "count_words",
    "differences",
    "explain",
    "find_former",
    "find_similar",
    "inspect",
    "list_vocabulary",
    "mark",
    "search",
    "walk",
]
