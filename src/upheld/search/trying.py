"""Tries a list of words that mean the same before it is put in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from upheld.search.asking import cited_in, live_reader
from upheld.search.engine import IndexReader
from upheld.search.language.parsing import parse
from upheld.search.language.query import Query, Synonym
from upheld.search.language.synonyms import Synonyms, read_groups
from upheld.search.language.understanding import understand
from upheld.search.requests import SearchRequest


@dataclass(frozen=True, slots=True)
class Tried:
    """How many decisions one search finds without any such words and with those of a list, and which it took."""

    without: int
    found: int
    used: Sequence[Synonym]


def try_synonyms(text: str, written: str, *, folder: Path | None = None) -> Tried:
    """What a search finds with the list as it is `written`. Raises QueryError and IndexNotReadyError."""
    query = parse(text)
    with live_reader(folder) as (reader, _):
        plain = understand(query, Synonyms.of(()), cited_in(reader))
        wide = understand(query, Synonyms.of(read_groups(written)[0]), cited_in(reader))
        return Tried(_count(reader, plain), _count(reader, wide), wide.synonyms)


def _count(reader: IndexReader, query: Query) -> int:
    return reader.find(SearchRequest(text=query.text, page_size=1, counts=()), query).total
