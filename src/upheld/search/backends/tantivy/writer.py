"""Writing to an index, as the only one."""

import math
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import tantivy

from upheld.search.backends.tantivy.failures import engine_failures
from upheld.search.backends.tantivy.schema import register_analyzers, to_tantivy
from upheld.search.documents import SearchDocument

_LEAST_MB_A_THREAD = 16
_MOST_THREADS = 2
_DOCUMENTS_A_MB = 70  # of 1,100 words; what a thread's memory does not hold it writes as a segment of its own
_MANY = 2_000  # documents, from which on it matters how they are kept


class TantivyWriter:
    """An index opened for writing."""

    def __init__(self, folder: Path, memory_mb: int, *, bulk: bool, expected: int = 0) -> None:
        """Clears away what a killed writer left. Raises BrokenIndexError."""
        for litter in folder.glob(".tmp*"):
            litter.unlink(missing_ok=True)
        threads = min(_MOST_THREADS, os.cpu_count() or 1) if bulk else 1
        self._portion = portion_of(expected, memory_mb, threads)
        with engine_failures():
            self._index = tantivy.Index.open(str(folder))
            register_analyzers(self._index)
            self._index.config_reader("manual")
            self._schema = self._index.schema
            self._writer = self._index.writer(max(memory_mb, threads * _LEAST_MB_A_THREAD) * 1_000_000, threads)
            # A deletion file of a killed writer would make every later commit fail.
            self._writer.garbage_collect_files()
            self._show_committed()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with engine_failures():
            if error is not None:
                self._writer.rollback()
            self._writer.wait_merging_threads()

    def put(self, documents: Iterable[SearchDocument]) -> None:
        """Adds the documents, each in place of the one of the same decision."""
        for document in documents:
            converted = to_tantivy(document, self._schema)
            with engine_failures():
                self._remove(document.decision_id)
                self._writer.add_document(converted)
            self._uncommitted.add(document.decision_id)
            if len(self._uncommitted) == self._portion:
                self.commit()

    def drop(self, decision_ids: Sequence[int]) -> None:
        """Removes decisions; unknown ones are no error."""
        with engine_failures():
            for decision_id in decision_ids:
                self._remove(decision_id)

    def commit(self) -> None:
        """Makes all since the last commit findable and durable, at once."""
        with engine_failures():
            self._writer.commit()
            self._show_committed()

    def _show_committed(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()
        self._uncommitted: set[int] = set()

    def _remove(self, decision_id: int) -> None:
        """Only what is there is deleted: looking is much cheaper than a deletion that finds nothing."""
        if decision_id in self._uncommitted or self._searcher.doc_freq("decision", decision_id):
            self._writer.delete_documents_by_term("decision", decision_id)


def portion_of(expected: int, memory_mb: int, threads: int) -> int:
    """How many documents to commit at a time so that few segments are left of all that are expected; 0 for no matter.

    A search asks each segment in turn. A commit makes one for each thread, and of each eight the engine makes one.
    """
    if expected < _MANY:
        return 0
    least = math.ceil(expected / (memory_mb * _DOCUMENTS_A_MB))
    commits = min(range(least, 2 * least + 3), key=lambda count: _left_of(count * threads))
    return math.ceil(expected / commits)


def _left_of(segments: int) -> int:
    """How many segments are left when each eight, and each eight of such, have become one: the digits by eights."""
    return sum(map(int, f"{segments:o}"))
