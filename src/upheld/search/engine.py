"""What a search engine must be able to do to stand behind the door."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from upheld.search.documents import SearchDocument
from upheld.search.language.query import Mistyped, Query
from upheld.search.requests import SearchRequest
from upheld.search.results import Counts, Explanation, Likeness, Similar


class BrokenIndexError(RuntimeError):
    """The files of an index cannot be used; only making it again helps."""


@dataclass(frozen=True)
class Found:
    """What the engine answers to one request. `note` says what it could not look for as asked, if anything.

    With `has_most`, no decision has all of the words that were looked for, and these have most of them, or what was
    meant by the `mistyped` ones.
    """

    total: int
    decision_ids: tuple[int, ...]
    counts: Counts
    note: str | None = None
    years: Counts = field(default_factory=dict)
    next: str = ""
    previous: str = ""
    has_most: bool = False
    mistyped: tuple[Mistyped, ...] = ()


@dataclass(frozen=True)
class Held:
    """What an index holds: how many decisions, and the days of the first and the last of them."""

    decisions: int
    first_day: dt.date | None = None
    last_day: dt.date | None = None


@dataclass(frozen=True)
class Indexed:
    """A decision as the index knows it."""

    decision_id: int
    version: int
    digest: int


class IndexReader(Protocol):
    """An open index. It shows what was committed when it was opened or last refreshed; threads may share it."""

    def find(self, request: SearchRequest, query: Query) -> Found:
        """Answers a checked request. Raises BrokenIndexError when the files fail, QueryError for a place nowhere."""

    def walk(self, request: SearchRequest, query: Query, chunk: int) -> tuple[int, Iterator[tuple[int, ...]]]:
        """How many match, and their ids in order, `chunk` at a time, as of now whatever is committed meanwhile."""

    def settle(self, request: SearchRequest, query: Query) -> Query:
        """The query as it is looked for here, whatever the page, so that another index can look for the very same."""

    def more_like(
        self, likeness: Likeness, *, limit: int, without: Sequence[int] = (), request: SearchRequest | None = None
    ) -> tuple[Similar, ...]:
        """The decisions whose words are most like these, the most like first; only those that `request` filters."""

    def without(self, decision_ids: Sequence[int]) -> "IndexReader":
        """The same index as if it did not hold these: they are neither found nor counted, nor are their words."""

    def versions(self, decision_ids: Sequence[int]) -> Mapping[int, int]:
        """In which version it holds these decisions; those that it does not hold are left out."""

    def explain(self, request: SearchRequest, query: Query, decision_id: int) -> Explanation | None:
        """What the decision's score is made of; None where it is not found."""

    def count_words(self, words: Sequence[str]) -> Mapping[str, int]:
        """In how many decisions each word stands, as it is written, accents and capitals aside."""

    def count_forms(self, words: Sequence[str]) -> Mapping[str, int]:
        """In how many decisions each word stands in any of its forms: “taxi” where one says “taxis”."""

    def list_meant(self, word: str) -> Sequence[str]:
        """What a word that no decision has is likely to be mistyped for; none for a word of English or a name."""

    def list_vocabulary(self, prefix: str, limit: int, *, is_exact: bool = True) -> Sequence[tuple[str, int]]:
        """The words that begin so, the most frequent first, each with the number of decisions it stands in.

        Without `is_exact`, which takes longer, decisions that are gone may be counted, and words of theirs be named.
        """

    def held(self) -> Held:
        """What it holds."""

    def refresh(self) -> None:
        """Shows the newest commit from now on, and lets go of files that are no longer part of it."""

    def size(self) -> int:
        """How many decisions it holds."""

    def entries(self) -> Iterator[Indexed]:
        """All decisions it holds, by id."""


class IndexWriter(Protocol):
    """Writes to an index, as the only one. What is not committed is lost, as a whole."""

    def put(self, documents: Iterable[SearchDocument]) -> None:
        """Adds the documents, each in place of the one of the same decision."""

    def drop(self, decision_ids: Sequence[int]) -> None:
        """Removes decisions; unknown ones are no error."""

    def commit(self) -> None:
        """Makes all since the last commit findable and durable, at once."""


class Engine(Protocol):
    """Makes and opens indexes in folders."""

    fingerprint: str  # differs whenever an index made before could not be read or would answer otherwise

    def create(self, folder: Path) -> None:
        """Makes an empty index in an existing empty folder. Raises BrokenIndexError."""

    def open_reader(self, folder: Path) -> IndexReader:
        """Opens an index for searching. Raises BrokenIndexError."""

    def open_writer(
        self, folder: Path, memory_mb: int, *, bulk: bool, expected: int = 0
    ) -> AbstractContextManager[IndexWriter]:
        """Opens an index for writing; `bulk` uses more of the machine. Raises BrokenIndexError.

        First clears away what a writer left that was killed. On leaving, unfinished background work is waited for.
        Who says how many documents are `expected` has them committed in portions from which a quick index comes.
        """
