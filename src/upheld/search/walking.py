"""Walks through all that a search finds."""

from dataclasses import replace
from pathlib import Path

from upheld.search.asking import cited_in, live_reader
from upheld.search.language.understanding import read_query
from upheld.search.requests import SearchRequest, check
from upheld.search.results import Walk
from upheld.search.searching import as_of


def walk(
    request: SearchRequest, *, chunk: int = 500, settled_at: int | None = None, folder: Path | None = None
) -> Walk:
    """The ids of everything that matches, in the request's order, without holding all that matches in memory.

    What is published or withdrawn meanwhile changes nothing of it: who shows a decision looks in the register whether
    it may be shown. `settled_at` is the journal number of the list whose words are looked for, where only most of them
    are: what had them all then. Raises QueryError and IndexNotReadyError as `search` does.
    """
    check(request)
    with live_reader(folder) as (reader, cursor):
        query = read_query(request.text, cited_in(reader))
        if settled_at is not None:
            query = reader.settle(as_of(replace(request, at=settled_at), cursor), query)
        total, chunks = reader.walk(as_of(request, cursor), query, chunk)
        return Walk(total, cursor, chunks)
