"""What may be done to a decision in which state."""

import datetime as dt

import pytest

from upheld.register.names import name_key
from upheld.register.redaction import WordsError, pattern_for
from upheld.register.rules import blocker_for, embargo_day

ALLOWED = {
    "published": {"correct", "describe", "hold", "withdraw", "redact"},
    "held": {"correct", "describe", "release", "withdraw", "redact"},
    "withdrawn": {"restore", "redact"},
    "embargoed": {"correct", "describe", "hold", "redact"},
}
ACTIONS = {"correct", "describe", "hold", "release", "withdraw", "restore", "redact"}


@pytest.mark.parametrize("state", sorted(ALLOWED))
@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_each_action_is_allowed_or_refused_with_a_sentence(action: str, state: str) -> None:
    blocker = blocker_for(action, reference="21 000 001", state=state)
    assert (blocker is None) == (action in ALLOWED[state])
    if blocker:
        assert str(blocker).startswith("21 000 001 ")


def test_what_never_was_public_is_not_withdrawn() -> None:
    assert blocker_for("withdraw", reference="x", state="held", was_public=False) is not None


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("Jane Doe", "JANE\u00a0 doe's", True),
        ("O'Brien", "Mr O’Brien", True),
        ("Smith-Jones", "smith–jones", True),
        ("Ann", "annual", False),
        ("AB1 2CD", "at AB1  2CD.", True),
        ("07700 900123", "tel:07700 900123", True),
    ],
)
def test_words_are_found_however_they_are_written(words: str, text: str, *, found: bool) -> None:
    assert bool(pattern_for([words]).search(text)) == found


@pytest.mark.parametrize("words", [[], [""], ["a"], ["..."]])
def test_words_too_short_to_mean_anything_are_refused(words: list[str]) -> None:
    with pytest.raises(WordsError):
        pattern_for(words)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Kingston Upon Hull City Council", "kingston-upon-hull city council", True),
        ("Tyne & Wear", "Tyne and Wear", True),
        ("The King's Trust", "King’s Trust", True),
        ("Derby City Council", "Derbyshire County Council", False),
        ("Durham City Council", "Durham County Council", False),
    ],
)
def test_names(first: str, second: str, *, same: bool) -> None:
    assert (name_key(first) == name_key(second)) == same


def test_the_last_day_there_is_does_not_overflow() -> None:
    assert embargo_day(dt.date.max, 42, None) == dt.date.max
