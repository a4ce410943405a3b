"""What a worker knows of the journal, and since when."""

import threading
import time

import pytest

from tests.build.patience import eventually
from upheld.edge.visible import FRESH_SECONDS, wait_until_visible
from upheld.edge.watch import Watch


class Journal:
    """A head that can be moved, and counts who asks."""

    def __init__(self) -> None:
        self.number, self.asked = 1, 0

    def head(self) -> int:
        self.asked += 1
        return self.number


class StoppedClock:
    """A clock on which no time goes by, however slow the machine. Threads of tests before may still sleep by it."""

    sleep = staticmethod(time.sleep)

    @staticmethod
    def monotonic() -> float:
        return 1_000.0


@pytest.fixture
def _at_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("upheld.edge.watch.time", StoppedClock)


@pytest.mark.usefixtures("_at_one_moment")
def test_knowledge_is_used_again_while_it_is_fresh() -> None:
    journal = Journal()
    watch = Watch(journal.head, {})
    positions = {id(watch.position()) for _ in range(1_000)}
    assert journal.asked == 1
    assert len(positions) == 1


def test_the_position_stays_the_same_object_until_something_moves() -> None:
    journal = Journal()
    watch = Watch(journal.head, {"search": lambda: journal.number})
    first = watch.look()
    assert watch.look() is first
    journal.number = 2
    moved = watch.look()
    assert moved is not None
    assert (moved.head, moved.cursors) == (2, {"search": 2})


def test_old_knowledge_is_never_used() -> None:
    journal = Journal()
    watch = Watch(journal.head, {})
    watch.look()
    journal.number = 2
    time.sleep(FRESH_SECONDS)
    assert (watch.position() or watch).head == 2  # type: ignore[union-attr]


def test_after_waiting_until_visible_every_worker_knows() -> None:
    journal = Journal()
    watches = [Watch(journal.head, {}) for _ in range(3)]
    for watch in watches:
        watch.look()
    journal.number = 2
    wait_until_visible()
    assert [position.head for watch in watches if (position := watch.position())] == [2, 2, 2]


def test_a_failing_cursor_means_nothing_is_known_until_it_works_again() -> None:
    journal, broken = Journal(), [True]

    def cursor() -> int:
        if broken[0]:
            raise OSError
        return 1

    watch = Watch(journal.head, {"search": cursor})
    assert watch.position() is None
    broken[0] = False
    assert watch.position() is not None


@pytest.mark.usefixtures("_at_one_moment")
def test_readers_who_find_old_knowledge_ask_together_once() -> None:
    journal = Journal()

    def slow() -> int:
        time.sleep(0.03)
        return journal.head()

    watch = Watch(slow, {})
    threads = [threading.Thread(target=watch.position) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert journal.asked == 1


def test_the_thread_keeps_it_fresh() -> None:
    journal = Journal()
    watch = Watch(journal.head, {}, interval=0.01)
    watch.start()
    eventually(lambda: watch._position.head == 1)
    journal.number = 2
    eventually(lambda: watch._position.head == 2)  # nobody asked it to look
