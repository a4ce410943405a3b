"""What people send, on its way in: a thread waits for it, and only so many threads may.

Who announces something and never sends it keeps a thread for as long as they stay: the server has no limit for that,
and nothing that it reads can be given up. So the last thread is for those who read, and neither the public site nor
the desk can take all places from the other.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest

MOST, MOST_OF_PART = 3, 2
"""Of the four threads in which a process answers, so many may wait for what is sent, and so many for either part."""
RETRY_SECONDS = 5

_places = threading.BoundedSemaphore(MOST)


class BusyError(Exception):
    """Too much is on its way at this moment; nothing was read."""


class NotArrivedError(Exception):
    """It did not arrive whole."""


class Arrivals:
    """What is on its way to a part of the site."""

    def __init__(self, most: int = MOST_OF_PART, all_: threading.Semaphore = _places) -> None:
        """Nothing is."""
        self._places = (threading.BoundedSemaphore(most), all_)

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place to wait for something. Raises BusyError."""
        own, all_ = self._places
        if not own.acquire(blocking=False):
            raise BusyError
        try:
            if not all_.acquire(blocking=False):
                raise BusyError
            try:
                yield
            finally:
                all_.release()
        finally:
            own.release()

    def take_in(self, request: HttpRequest) -> None:
        """Takes in the whole body, so that nothing waits for it later. Raises BusyError and NotArrivedError."""
        if not (size := size_of(request, 0)):
            return
        try:
            with self.place():
                arrived = len(request.body)
        except OSError:
            raise NotArrivedError from None
        if arrived < size:  # the server gives what has come when a connection breaks
            raise NotArrivedError


to_public, to_desk = Arrivals(), Arrivals()


def size_of(request: HttpRequest, unknown: int) -> int:
    """How many bytes are said to come with the request; `unknown` where that is no number."""
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isascii() and said.isdecimal() else unknown
