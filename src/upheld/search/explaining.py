"""Tells why a search finds a decision and puts it where it stands."""

from pathlib import Path

from upheld.search.asking import cited_in, live_reader
from upheld.search.language.understanding import read_query
from upheld.search.requests import SearchRequest, check
from upheld.search.results import Explanation


def explain(request: SearchRequest, decision_id: int, *, folder: Path | None = None) -> Explanation | None:
    """What the score of the decision is made of, in words for staff; None where the search does not find it.

    Raises QueryError and IndexNotReadyError as `search` does.
    """
    check(request)
    with live_reader(folder) as (reader, _):
        query = read_query(request.text, cited_in(reader))
        return reader.explain(request, query, decision_id)
