"""Turns: so many at once, one for each reader, and nobody gives back what is not theirs."""

import pytest

from upheld.public.turns import BusyError, Turns


def test_a_turn_is_free_again_once_however_often_it_is_given_back() -> None:
    turns = Turns(2)
    first, second = turns.take("198.51.100.7"), turns.take()
    with pytest.raises(BusyError):
        turns.take()
    for _ in range(2):
        first.give_back()
    third = turns.take()
    with pytest.raises(BusyError):
        turns.take()
    second.give_back()
    third.give_back()


def test_nobody_has_two_but_who_cannot_be_told_from_others() -> None:
    turns = Turns(3)
    with turns.take("198.51.100.7"):
        with pytest.raises(BusyError):
            turns.take("198.51.100.7")
        with turns.take(""), turns.take(""), pytest.raises(BusyError):
            turns.take("198.51.100.8")
    turns.take("198.51.100.7").give_back()
