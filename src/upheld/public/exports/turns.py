"""How many exports are made at once: what comes beyond that is asked to come again, and pages go on being served."""

import threading

MOST = 2
"""Of the four threads in which a process answers, so many may be busy with exports."""

RETRY_SECONDS = 30


class BusyError(Exception):
    """All turns are taken."""


class Turn:
    """One of the turns. It can be given back twice."""

    def __init__(self, free: threading.Semaphore) -> None:
        """Takes it. Raises BusyError."""
        if not free.acquire(blocking=False):
            raise BusyError
        self._free, self._held, self._giving = free, True, threading.Lock()

    def give_back(self) -> None:
        """Lets somebody else have it."""
        with self._giving:
            if self._held:
                self._held = False
                self._free.release()


_FREE = threading.BoundedSemaphore(MOST)


def take_turn() -> Turn:
    """A turn of this process. Raises BusyError."""
    return Turn(_FREE)
