"""Finds decisions: one door to the search, whatever engine stands behind it."""

from upheld.search.comparing import Difference, differences, inspect
from upheld.search.errors import IndexNotReadyError, QueryError
from upheld.search.follower import SearchFollower
from upheld.search.requests import SearchRequest
from upheld.search.results import SearchResults
from upheld.search.searching import search
from upheld.search.words import mark

__all__ = [
    "Difference",
    "IndexNotReadyError",
    "QueryError",
    "SearchFollower",
    "SearchRequest",
    "SearchResults",
    "differences",
    "inspect",
    "mark",
    "search",
]
