"""The index as a web worker sees it: opened once, and opened again or refreshed as soon as it has changed."""

import functools
import os
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.engine import BrokenIndexError, Engine, IndexReader
from upheld.search.errors import IndexNotReadyError
from upheld.search.generations import Generation, Generations
from upheld.search.mapped import MappedPages

_ATTEMPTS = 10  # at opening what is being replaced again and again


@dataclass(frozen=True)
class _Opened:
    generation: Generation
    reader: IndexReader
    stamps: tuple[tuple[int, ...], tuple[int, ...]]
    cursor: int


class LiveIndex:
    """The live generation of one index folder. Threads may share it."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        """Nothing is opened until it is asked for."""
        self._generations, self._engine = Generations(folder), engine
        self._looking = threading.Lock()
        self._opened: _Opened | None = None
        self._pages = MappedPages()

    def current(self) -> tuple[IndexReader, int]:
        """A reader, and a journal entry up to which it surely knows everything. Raises IndexNotReadyError.

        It looks every time, with a few `stat` calls: a page made after a cursor was read must not be made from less.
        """
        with self._looking:
            opened = self._opened = self._look()
        if opened is None:
            raise IndexNotReadyError("The search is being prepared")
        return opened.reader, opened.cursor

    def forget(self) -> None:
        """Closes what is open; the next look opens it afresh."""
        self._opened = None

    def _look(self) -> _Opened | None:
        known = self._opened
        if known is not None and known.stamps == (self._generations.stamp(), known.generation.stamp()):
            return self._afresh(known) if self._pages.are_many() else known
        for _ in range(_ATTEMPTS):
            stamp = self._generations.stamp()
            if (opened := self._open(stamp)) or stamp == self._generations.stamp():
                return opened
        return None

    def _afresh(self, known: _Opened) -> _Opened:
        """The same opened again, so that the pages which it has mapped are let go of; the system still has them."""
        self._pages = MappedPages()
        try:
            return replace(known, reader=self._engine.open_reader(known.generation.folder))
        except BrokenIndexError:
            return known

    def _open(self, stamp: tuple[int, ...]) -> _Opened | None:
        """What is live; None when there is nothing usable, or it was replaced and deleted while we looked."""
        generation = self._generations.live()
        if generation is None or not generation.was_made_by(self._engine.fingerprint):
            return None
        stamps = (stamp, generation.stamp())
        cursor = generation.cursor  # before the reader: the index is never behind it
        try:
            return _Opened(generation, self._reader(generation), stamps, cursor)
        except BrokenIndexError:
            return None

    def _reader(self, generation: Generation) -> IndexReader:
        if self._opened is not None and self._opened.generation == generation:
            self._opened.reader.refresh()
            return self._opened.reader
        return self._engine.open_reader(generation.folder)


def live_index(folder: Path) -> LiveIndex:
    """This process's view of the index in `folder`."""
    return _live_index(folder, os.getpid())


@functools.lru_cache(maxsize=8)
def _live_index(folder: Path, process: int) -> LiveIndex:
    """A process that was forked opens its own: the parent's threads and maps are not its."""
    del process
    return LiveIndex(folder, TantivyEngine())
