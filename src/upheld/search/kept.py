"""What is made from the register and used until the register has moved."""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")
_SHARE = 50  # making it again takes at most a fiftieth of the time


class Kept(Generic[T]):
    """A value that is made again when its stamp has changed, yet not so often that readers would wait for it.

    While one thread makes it the others go on with what there is.
    """

    def __init__(self, make: Callable[[], T], *, least_seconds: float = 0.0) -> None:
        """`make` is called when the value is first asked for, and at most every `least_seconds` after that."""
        self._make, self._least_seconds = make, least_seconds
        self._making = threading.Lock()
        self._known: tuple[T, Hashable] | None = None
        self._not_before = 0.0

    def get(self, stamp: Hashable) -> tuple[T, bool]:
        """The value, and whether it is as of `stamp`; if not, it is slightly older, and may hold what is gone."""
        known = self._known
        if known and (known[1] == stamp or time.monotonic() < self._not_before):
            return known[0], known[1] == stamp
        if not self._making.acquire(blocking=known is None):
            assert known is not None  # noqa: S101 - else this thread would have waited
            return known[0], False
        try:
            known = self._known
            if known is None or known[1] != stamp:
                known = self._known = self._make_timed(), stamp
            return known[0], True
        finally:
            self._making.release()

    def _make_timed(self) -> T:
        """The value, made after its stamp was read: it is never older than that says."""
        started = time.monotonic()
        made = self._make()
        ended = time.monotonic()
        self._not_before = ended + max((ended - started) * _SHARE, self._least_seconds)
        return made
