"""How many files are sent at once, so that pages go on being served."""

import time

from upheld.public.turns import BusyError, Turn, Turns

MOST = 2
"""Of the four threads in which a process answers, so many may be busy with exports."""

RETRY_SECONDS = 30

_WAITING = 1.5 * RETRY_SECONDS  # who was asked to come again is waited for so long

_turns = Turns(MOST)
_waited_for_until = 0.0


def take_turn(reader: str = "") -> Turn:
    """A turn of this process. Raises BusyError. `reader` tells who it is for, where that is known: nobody has two."""
    global _waited_for_until  # noqa: PLW0603 - one moment for the whole process
    try:
        return _turns.take(reader)
    except BusyError:
        _waited_for_until = time.monotonic() + _WAITING
        raise


def others_wait() -> bool:
    """Whether somebody was asked to come again, a short while ago."""
    return time.monotonic() < _waited_for_until
