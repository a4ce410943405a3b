"""How many exports are made at once: what comes beyond that is asked to come again, and pages go on being served."""

import threading
import time

MOST = 2
"""Of the four threads in which a process answers, so many may be busy with exports."""

MOST_MADE_WHOLE = 1
"""Of these, so many may be files that are made whole before they are sent: only then it shows who has left."""

RETRY_SECONDS = 30

_WAITING = 1.5 * RETRY_SECONDS  # who was asked to come again is waited for so long


class BusyError(Exception):
    """All turns are taken, or one of them by the same reader."""


class Turn:
    """One of the turns. It can be given back twice."""

    def __init__(self, reader: str, *free: threading.Semaphore) -> None:
        """Takes one of each, or none. Raises BusyError."""
        self._held: list[threading.Semaphore] = []
        self._giving = threading.Lock()
        self._reader = reader
        if not _readers.add(reader):
            raise BusyError
        for one in free:
            if not one.acquire(blocking=False):
                self.give_back()
                raise BusyError
            self._held.append(one)

    def give_back(self) -> None:
        """Lets somebody else have it."""
        with self._giving:
            _readers.remove(self._reader)
            self._reader = ""
            while self._held:
                self._held.pop().release()


class _Readers:
    """Who has a turn now. The names are forgotten with the turn."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._changing = threading.Lock()

    def add(self, reader: str) -> bool:
        """Whether this reader may have a turn; one who cannot be told from others always may."""
        with self._changing:
            if reader in self._known:
                return False
            self._known.update({reader} - {""})
            return True

    def remove(self, reader: str) -> None:
        """Forgets the reader."""
        with self._changing:
            self._known.discard(reader)


_FREE = threading.BoundedSemaphore(MOST)
_FREE_FOR_WHOLE = threading.BoundedSemaphore(MOST_MADE_WHOLE)
_readers = _Readers()
_waited_for_until = 0.0


def take_turn(reader: str = "", *, made_whole: bool = False) -> Turn:
    """A turn of this process, for a file that is made whole before it is sent or for another. Raises BusyError.

    `reader` tells who it is for, where that is known: nobody has two.
    """
    global _waited_for_until  # noqa: PLW0603 - one moment for the whole process
    try:
        return Turn(reader, _FREE_FOR_WHOLE, _FREE) if made_whole else Turn(reader, _FREE)
    except BusyError:
        _waited_for_until = time.monotonic() + _WAITING
        raise


def others_wait() -> bool:
    """Whether somebody was asked to come again, a short while ago."""
    return time.monotonic() < _waited_for_until
