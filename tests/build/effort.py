"""How much work something is, whatever machine does it and however busy that is."""

import time
from collections.abc import Callable

_KNOWN = 0.025  # seconds that the known loop takes on the machine whose seconds are meant


def effort(work: Callable[[], object], times: int = 1) -> float:
    """The processor's seconds that `work` would take on the machine whose seconds are meant: the least of `times`.

    The processor's own time leaves out what others do meanwhile, but on a slow or crowded machine that is more too:
    what a known loop takes before and after says by how much.
    """
    known, took = [_seconds(_known)], []
    for _ in range(times):
        took.append(_seconds(work))
        known.append(_seconds(_known))
    return min(took) * _KNOWN / max(_KNOWN, min(known))


def _known() -> int:
    return sum(number * number % 7 for number in range(400_000))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
