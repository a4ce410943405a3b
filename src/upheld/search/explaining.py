"""Tells why a search finds a decision and puts it where it stands."""

from pathlib import Path

from upheld.search.asking import live_reader
from upheld.search.requests import SearchRequest, check
from upheld.search.results import Explanation
from upheld.search.searching import read


def explain(request: SearchRequest, decision_id: int, *, folder: Path | None = None) -> Explanation | None:
    """What the score of the decision is made of, in words for staff; None where the search does not find it.

    Raises QueryError and IndexNotReadyError as `search` does.
    """
    check(request)
    query = read(request.text)
    with live_reader(folder) as (reader, _):
        return reader.explain(request, query, decision_id)
