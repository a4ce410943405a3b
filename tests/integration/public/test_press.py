"""Where files are made: bounded in time, number and memory, and forgetful of what the journal names."""

import threading
from collections.abc import Iterator

import pytest

from tests.build.decision import published
from tests.build.patience import eventually
from tests.build.twin import long_sections, twin
from upheld.lib.children import Limits
from upheld.lib.clock import now
from upheld.public.queries.touched import list_touched
from upheld.public.turns import BusyError
from upheld.public.twins.press import LIMITS, MOST_AT_ONCE, Press, TooLongError
from upheld.register.actions.hold import hold
from upheld.register.models import Decision

pytestmark = pytest.mark.slow

MANY = 1_000_000_000


def nothing(after: int) -> tuple[int, frozenset[int]]:
    return after, frozenset()


@pytest.fixture
def press() -> Iterator[Press]:
    made = Press(MANY, touched=nothing)
    yield made
    made.close()


def test_what_was_made_is_kept(press: Press) -> None:
    first = press.make(1, "pdf", twin())
    assert first.startswith(b"%PDF")
    assert press.make(1, "pdf", twin()) is first
    assert press.make(1, "pdf", twin(summary="Other words.")) != first
    assert press.make(1, "docx", twin()).startswith(b"PK")


def test_it_keeps_no_more_than_it_may(press: Press) -> None:
    size = len(press.make(1, "pdf", twin()))
    press._most_bytes = 5 * size
    kept = [press.make(1, "pdf", twin(summary=f"Number {number}.")) for number in range(8)]
    assert 0 < press.size <= 5 * size
    assert press.make(1, "pdf", twin(summary="Number 7.")) is kept[7]
    assert press.make(1, "pdf", twin(summary="Number 0.")) is not kept[0]


def test_what_the_journal_names_is_forgotten_and_the_child_with_it() -> None:
    named: list[frozenset[int] | None] = [frozenset({1})]
    press = Press(MANY, touched=lambda after: (after + 1, named[0]))
    one, two = press.make(1, "pdf", twin()), press.make(2, "pdf", twin(summary="Of another."))
    child = press._child.pid
    both = press.make(frozenset({1, 3}), "pdf", twin(summary="Of two."))
    press.forget_touched()
    assert press.make(frozenset({1, 3}), "pdf", twin(summary="Of two.")) is not both
    assert press.make(2, "pdf", twin(summary="Of another.")) is two
    assert press.make(1, "pdf", twin()) is not one
    assert press._child.pid != child
    named[0] = None
    press.forget_touched()
    assert press.size == 0
    press.close()


def test_what_was_being_made_meanwhile_is_not_kept(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> bytes:
        press.forget({1})
        return b"made of what was there before"

    monkeypatch.setattr(press, "_typeset", slow)
    press.make(1, "pdf", twin())
    assert press.size == 0


def test_what_was_read_before_something_was_forgotten_is_not_kept_and_the_child_goes(press: Press) -> None:
    before = press.clearings
    press.make(2, "pdf", twin(summary="Of another."))
    press.forget({1})
    press.make(1, "pdf", twin(), before)
    press.make(2, "pdf", twin(summary="Of another."), press.clearings)
    assert press.size == len(press.make(2, "pdf", twin(summary="Of another.")))
    press.forget({2})
    press.make(1, "pdf", twin(), press.clearings - 1)
    press._hand.submit(int).result()
    assert (press.size, press._child.pid) == (0, 0)


def test_a_journal_that_cannot_be_read_forgets_everything() -> None:
    def fail(_: int) -> tuple[int, frozenset[int]]:
        raise OSError

    press = Press(MANY, touched=fail)
    press.make(1, "pdf", twin())
    press.forget_touched()
    assert press.size == 0
    press.close()


def test_more_than_a_few_at_once_are_asked_to_wait(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    go, typeset = threading.Event(), press._typeset
    monkeypatch.setattr(press, "_typeset", lambda *order: (go.wait(), typeset(*order))[1])
    threads = [threading.Thread(target=press.make, args=(1, "pdf", twin())) for _ in range(MOST_AT_ONCE)]
    for thread in threads:
        thread.start()
    eventually(lambda: not press._turns[0]._free)  # all are in
    with pytest.raises(BusyError):
        press.make(2, "pdf", twin())
    assert all(thread.is_alive() for thread in threads)  # nobody waited for them
    go.set()
    for thread in threads:
        thread.join()
    assert press.make(2, "pdf", twin())


def test_one_that_takes_too_long_is_given_up_and_not_tried_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = Limits(memory=LIMITS.memory, seconds=0.3, processor_seconds=5, share=5, alone=False)
    press = Press(MANY, touched=nothing, limits=limits)
    long = twin(sections=long_sections(2_000))
    with pytest.raises(TooLongError):
        press.make(1, "pdf", long)
    assert press._child.pid == 0  # it was ended
    monkeypatch.setattr(press._child, "do", lambda _: pytest.fail("it was tried again"))
    with pytest.raises(TooLongError):
        press.make(1, "pdf", long)
    press.close()


@pytest.mark.slow
def test_one_that_wants_too_much_memory_is_given_up_and_the_next_is_made() -> None:
    limits = Limits(memory=256 * 1024 * 1024, seconds=20, processor_seconds=20, share=5, alone=False)
    press = Press(MANY, touched=nothing, limits=limits)
    with pytest.raises(TooLongError):
        press.make(1, "pdf", twin(sections=long_sections(1_200)))
    assert press.make(1, "pdf", twin())
    press.close()


@pytest.mark.django_db
def test_the_journal_names_what_was_done_to_decisions() -> None:
    first, second = published("21 000 001"), published("21 000 002")
    head, named = list_touched(0)
    assert named == {first.pk, second.pk}
    assert list_touched(head) == (head, frozenset())
    hold([second.pk], by="editor", at=now())
    assert list_touched(head) == (head + 1, frozenset({second.pk}))


@pytest.mark.django_db
def test_of_many_it_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("upheld.public.queries.touched._MANY", 2)
    published("21 000 001")
    published("21 000 002")
    assert list_touched(0)[1] is None
    assert Decision.objects.count() == 2
