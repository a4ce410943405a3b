"""Searches decisions as they were: in versions that were replaced since."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from upheld.search.asking import cited_in, live_reader
from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.documents import load_former
from upheld.search.language.understanding import read_query
from upheld.search.requests import SearchRequest
from upheld.search.searching import as_of

_MEMORY_MB = 32


def find_former(request: SearchRequest, versions: Mapping[int, int], folder: Path) -> Iterator[int]:
    """The ids of those decisions that the request finds in the version given, in its order, as of its number.

    An index is made of them in `folder`, which the caller keeps until all are taken, and then deletes: of those that
    are published, and whose version still has its text, nothing else. Raises QueryError.
    """
    place, engine = folder / "former", TantivyEngine()
    place.mkdir()
    engine.create(place)
    with engine.open_writer(place, _MEMORY_MB, bulk=False) as writer:
        writer.put(load_former(versions))
        writer.commit()
    with live_reader() as (live, cursor):  # what is looked for is what the whole index would look for, not these few
        query = live.settle(as_of(request, cursor), read_query(request.text, cited_in(live)))
    _, chunks = engine.open_reader(place).walk(replace(request, at=None), query, 500)
    yield from chain.from_iterable(chunks)
