"""Sends a file while it is made, to readers that take it."""

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Patience(NamedTuple):
    """For how many seconds a reader may keep us waiting however little they take, and bytes a second after that."""

    grace: float
    least: int

    def allows(self, waited: float, sent: int) -> bool:
        """Whether a reader who took so much may have kept us waiting so long."""
        return waited <= self.grace + sent / self.least


ALONE = Patience(60.0, 4_000)
"""A slow telephone takes as much; who only holds the line does not."""

WHILE_OTHERS_WAIT = Patience(10.0, 32_000)
"""Whoever takes less gives way to those who were asked to come again."""


class TooSlowError(Exception):
    """The reader takes so little that others are kept from theirs."""


class Sending:
    """The pieces of a file as an answer's body. However it ends, `done` is called once, and the making is stopped."""

    def __init__(self, pieces: Iterator[bytes], done: Callable[[], None], others_wait: Callable[[], bool]) -> None:
        """Nothing is made yet."""
        self._pieces, self._done, self._others_wait = pieces, done, others_wait
        self._waited, self._sent, self._given_at = 0.0, 0, 0.0

    def __iter__(self) -> "Sending":
        return self

    def __next__(self) -> bytes:
        if self._given_at:
            self._waited += time.monotonic() - self._given_at
        patience = WHILE_OTHERS_WAIT if self._others_wait() else ALONE
        if not patience.allows(self._waited, self._sent):
            self.close()
            raise TooSlowError("the reader takes too little")
        try:
            piece = next(self._pieces)
        except BaseException:
            self.close()
            raise
        self._sent += len(piece)
        self._given_at = time.monotonic()
        return piece

    def close(self) -> None:
        """Stops the making, wherever it is."""
        close = getattr(self._pieces, "close", None)
        try:
            if close is not None:
                close()
        finally:
            self._done()
