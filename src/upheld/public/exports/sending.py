"""Sends a file while it is made, to readers that take it."""

import time
from collections.abc import Callable, Iterator

GRACE = 120.0
"""Seconds for which a reader may keep us waiting, however little they take."""

LEAST = 4_000
"""Bytes a second that they must take after that: a slow telephone does, who only holds the line does not."""


class TooSlowError(Exception):
    """The reader takes so little that others are kept from theirs."""


class Sending:
    """The pieces of a file as an answer's body. However it ends, `done` is called once, and the making is stopped."""

    def __init__(self, pieces: Iterator[bytes], done: Callable[[], None]) -> None:
        """Nothing is made yet."""
        self._pieces, self._done = pieces, done
        self._waited, self._sent, self._given_at = 0.0, 0, 0.0

    def __iter__(self) -> "Sending":
        return self

    def __next__(self) -> bytes:
        if self._given_at:
            self._waited += time.monotonic() - self._given_at
        if self._waited > GRACE + self._sent / LEAST:
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
