"""What is on its way keeps few threads waiting: neither part of the site has all places."""

from contextlib import ExitStack
from threading import BoundedSemaphore

import pytest

from upheld.edge.serve import BLOCKING_THREADS
from upheld.lib.arrivals import MOST, MOST_OF_PART, Arrivals, BusyError


def test_neither_part_takes_all_places_and_each_is_given_back() -> None:
    all_ = BoundedSemaphore(MOST)
    public, desk = Arrivals(all_=all_), Arrivals(all_=all_)
    for one, other in ((public, desk), (desk, public)):
        with ExitStack() as waiting:
            for _ in range(MOST_OF_PART):
                waiting.enter_context(one.place())
            with pytest.raises(BusyError), one.place():
                pass
            waiting.enter_context(other.place())
            with pytest.raises(BusyError), other.place():
                pass
    with pytest.raises(OSError, match="cut"), public.place():
        raise OSError("cut")
    with ExitStack() as waiting:
        for part in (public, public, desk):
            waiting.enter_context(part.place())


def test_a_thread_is_left_for_those_who_read() -> None:
    assert MOST_OF_PART < MOST < BLOCKING_THREADS
