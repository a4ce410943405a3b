"""Files are sent to readers who take them; who takes hardly anything gives way."""

import time

import pytest

from upheld.public.exports.sending import ALONE, WHILE_OTHERS_WAIT, Sending, TooSlowError


@pytest.mark.parametrize(
    ("waited", "sent", "alone", "others_wait"),
    [
        (9, 0, True, True),
        (11, 0, True, False),
        (40, 1_000_000, True, True),
        (61, 0, False, False),
        (300, 1_000_000, True, False),
    ],
)
def test_a_slow_reader_is_borne_longer_while_nobody_waits(
    waited: int, sent: int, *, alone: bool, others_wait: bool
) -> None:
    assert (ALONE.allows(waited, sent), WHILE_OTHERS_WAIT.allows(waited, sent)) == (alone, others_wait)


def test_who_keeps_others_waiting_is_cut_off_and_the_turn_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    moment, waiting, given_back = [0.0], [False], list[bool]()
    monkeypatch.setattr(time, "monotonic", lambda: moment[0])
    sending = Sending(iter([b"a", b"b", b"c"]), lambda: given_back.append(True), lambda: waiting[0])
    moment[0] = 1.0
    assert next(sending) == b"a"
    moment[0] = 20.0
    assert next(sending) == b"b"
    waiting[0] = True
    with pytest.raises(TooSlowError):
        next(sending)
    assert given_back
