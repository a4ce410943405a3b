"""Waiting in tests for what other processes do."""

import time
from collections.abc import Callable


def eventually(fact: Callable[[], object], seconds: float = 120) -> None:
    """Returns as soon as `fact` is true; fails when it is not within `seconds`."""
    until = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)
