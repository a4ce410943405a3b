"""What a mistyped word was meant to be, and which words of a query are looked at."""

from collections.abc import Collection, Mapping

import pytest

from tests.evaluation.spelling.slips import MORE_WORDS, SLIPS
from upheld.search.spelling.typed import typed_words
from upheld.search.spelling.unknown import list_meant
from upheld.search.spelling.vocabulary import Vocabulary


def vocabulary(counts: Mapping[str, int], read: list[str] | None = None) -> Vocabulary:
    """Of these words; `read` is told the letters of which they were read."""

    def begun(letter: str) -> dict[int, dict[str, int]]:
        if read is not None:
            read.append(letter)
        words = {word: count for word, count in counts.items() if word[0] == letter}
        return {size: {one: words[one] for one in words if len(one) == size} for size in map(len, words)}

    return Vocabulary(begun, lambda words: {word: counts.get(word, 0) for word in words})


WORDS = vocabulary({meant: 50 for _, meant in SLIPS if " " not in meant} | dict(MORE_WORDS))


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
        ("ousing", "housing"),  # at the beginning left out
        ("ohusing", "housing"),  # swapped
        ("oehusing", None),  # swapped, and not the only slip
        ("wschool", "school"),
        ("bousing", "housing"),
        ("hous", "house"),  # of a brief word a letter was left out
        ("bay", None),  # and not every other word that is one letter away
        ("polly", None),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str | None) -> None:
    assert next(iter(WORDS.meant(typed)), None) == meant


def test_of_two_that_are_as_near_the_frequent_one_is_meant() -> None:
    words = vocabulary({"carer": 400, "cares": 3})
    assert words.meant("caret")[0] == "carer"


def test_a_rare_word_gives_way_only_to_a_frequent_one() -> None:
    words = vocabulary({"permit": 400, "hermit": 3, "kermit": 5})
    assert words.meant("permt", few=1) == ["permit"]
    assert words.meant("hermyt", few=1) == []


def test_only_words_that_may_be_meant_are_read() -> None:
    read: list[str] = []
    words = vocabulary({"permit": 400, "zebra": 9}, read)
    assert words.meant("permt") == ["permit"]
    assert read == ["p"]
    assert words.meant("xermit") == ["permit"]
    assert set(read) == {"p", "x", "e"}


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


def test_of_two_forms_of_one_word_only_the_likelier_is_meant() -> None:
    counts = {"delays": 40, "delay": 60, "decays": 20}

    def count(some: Collection[str]) -> dict[str, int]:
        return {one: counts.get(one, 0) for one in some}

    meant = list_meant("delayd", lambda beginning: counts.items(), count)
    assert len(meant) == 1
    assert meant[0] in {"delay", "delays"}
