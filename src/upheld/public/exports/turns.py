"""How many exports are made at once: what comes beyond that is asked to come again, and pages go on being served."""

import threading

MOST = 2
"""Of the four threads in which a process answers, so many may be busy with exports."""

MOST_MADE_WHOLE = 1
"""Of these, so many may be files that are made whole before they are sent: only then it shows who has left."""

RETRY_SECONDS = 30


class BusyError(Exception):
    """All turns are taken."""


class Turn:
    """One of the turns. It can be given back twice."""

    def __init__(self, *free: threading.Semaphore) -> None:
        """Takes one of each, or none. Raises BusyError."""
        self._held: list[threading.Semaphore] = []
        self._giving = threading.Lock()
        for one in free:
            if not one.acquire(blocking=False):
                self.give_back()
                raise BusyError
            self._held.append(one)

    def give_back(self) -> None:
        """Lets somebody else have it."""
        with self._giving:
            while self._held:
                self._held.pop().release()


_FREE = threading.BoundedSemaphore(MOST)
_FREE_FOR_WHOLE = threading.BoundedSemaphore(MOST_MADE_WHOLE)


def take_turn(*, made_whole: bool = False) -> Turn:
    """A turn of this process, for a file that is made whole before it is sent or for another. Raises BusyError."""
    return Turn(_FREE_FOR_WHOLE, _FREE) if made_whole else Turn(_FREE)
