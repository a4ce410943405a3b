"""What a mistyped word was meant to be, and which words of a query are looked at."""

import pytest

from tests.evaluation.spelling.slips import MORE_WORDS, SLIPS
from upheld.search.spelling.typed import typed_words
from upheld.search.spelling.vocabulary import Vocabulary

WORDS = Vocabulary([*((meant, 50) for _, meant in SLIPS if " " not in meant), *MORE_WORDS])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("accomodation", "accommodation"),  # a double letter
        ("cuoncil", "council"),  # swapped
        ("benifit", "benefit"),  # a vowel
        ("noice", "noise"),  # by its sound
        ("homelss", "homeless"),  # left out
        ("schopl", "school"),  # a neighbour on the keyboard
        ("transprot", "transport"),
        ("xq", None),
        ("21017299", None),
        ("zzzzzz", None),
        ("hous", "house"),  # of a brief word a letter was left out
        ("bay", None),  # and not every other word that is one letter away
        ("polly", None),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str | None) -> None:
    assert next(iter(WORDS.meant(typed)), None) == meant


def test_of_two_that_are_as_near_the_frequent_one_is_meant() -> None:
    words = Vocabulary([("carer", 400), ("cares", 3)])
    assert words.meant("caret")[0] == "carer"


def test_a_rare_word_gives_way_only_to_a_frequent_one() -> None:
    words = Vocabulary([("permit", 400), ("hermit", 3), ("kermit", 5)])
    assert words.meant("permt", few=1) == ["permit"]
    assert words.meant("hermyt", few=1) == []


@pytest.mark.parametrize(
    ("typed", "halves"),
    [("counciltax", ("council", "tax")), ("carehome", ("care", "home")), ("zzcouncil", None), ("tax", None)],
)
def test_words_written_as_one_are_taken_apart(typed: str, halves: tuple[str, str] | None) -> None:
    assert WORDS.split(typed) == halves


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Council’s taxs", ["council", "taxs"]),
        ('"blue bage" OR café', ["blue", "bage", "cafe"]),
        ("tax -refnd -(no such) band", ["tax", "band"]),  # what is ruled out stays
        ("council:ledes paid:>500 ref:21017299 hous*", []),
        ('law:"care act" "a b"~5', ["a", "b"]),
        ("councl:highwya near", ["near"]),
        ("(a OR (b)) -(c (d) e) f", ["a", "b", "f"]),
        ('"', []),
    ],
)
def test_only_words_that_are_looked_for_are_looked_at(text: str, words: list[str]) -> None:
    found = typed_words(text)
    assert [one.key for one in found] == words
    assert all(text[one.start : one.end] for one in found)
