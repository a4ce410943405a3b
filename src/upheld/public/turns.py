"""How much of what costs us most goes on at once: what comes beyond that is told to come again, and nobody waits."""

import threading
from collections.abc import Callable
from functools import partial
from types import TracebackType


class BusyError(Exception):
    """All turns are taken, or one of them by the same reader: ask again in a moment."""


class Turn:
    """One of the turns, until it is given back or the block ends. It can be given back twice."""

    def __init__(self, done: Callable[[], None]) -> None:
        """Taken already."""
        self._done: Callable[[], None] | None = done
        self._giving = threading.Lock()

    def give_back(self) -> None:
        """Lets somebody else have it."""
        with self._giving:
            done, self._done = self._done, None
        if done:
            done()

    def __enter__(self) -> "Turn":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.give_back()


class Turns:
    """So many turns in this process. No reader has two; who they are is forgotten with the turn."""

    def __init__(self, most: int) -> None:
        """All are free."""
        self._free = most
        self._readers: set[str] = set()
        self._changing = threading.Lock()

    def take(self, reader: str = "") -> Turn:
        """A turn for this reader; who cannot be told from others may have several. Raises BusyError."""
        with self._changing:
            if not self._free or reader in self._readers:
                raise BusyError
            self._free -= 1
            if reader:
                self._readers.add(reader)
        return Turn(partial(self._give_back, reader))

    def _give_back(self, reader: str) -> None:
        with self._changing:
            self._free += 1
            self._readers.discard(reader)
