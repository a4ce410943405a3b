"""Word-by-word differences: nothing is lost on either side, they read well, and they cost little whatever comes."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.build.effort import effort
from upheld.analysis.alignment import Budget, align
from upheld.analysis.difference import ADDED, REMOVED, Change, Passage, compare, compare_words, side
from upheld.analysis.words import split_words, text_of

WORDS = st.sampled_from(["the", "Council", "paid", "£300", "late.", "Mrs B", "(a)", "it\u2019s", "\n", "  "])
STOPS = st.lists(st.sampled_from(["a", "b", ".", " ", " a", "."]), max_size=12).map("".join)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=40) | STOPS
PASSAGES = st.lists(st.builds(Passage, TEXTS, st.sampled_from(["text", "heading"]), st.just("p1")), max_size=12)


def shown(old: str, new: str) -> str:
    """The difference in one line: `[-went-]`, `{+came+}`."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[run.kind].format(run.text) for run in compare_words(old, new))


def passages(*texts: str) -> list[Passage]:
    return [Passage(text, address=f"p{number}", mark=str(number)) for number, text in enumerate(texts, 1)]


def kinds(changes: tuple[Change, ...]) -> list[str]:
    names = {(True, True): "both", (True, False): "removed", (False, True): "added"}
    return [names[one.old is not None, one.new is not None] if one.is_changed else "same" for one in changes]


@given(TEXTS)
def test_words_give_their_text_back(text: str) -> None:
    assert text_of(split_words(text)) == text


@given(TEXTS, TEXTS)
def test_each_side_reads_back_as_its_text(old: str, new: str) -> None:
    runs = compare_words(old, new)
    assert side(runs, ADDED) == old
    assert side(runs, REMOVED) == new
    assert all(run.text for run in runs)
    assert all(one.kind != other.kind for one, other in pairwise(runs))


@given(PASSAGES, PASSAGES)
def test_each_side_has_every_passage_in_order(old: list[Passage], new: list[Passage]) -> None:
    changes = compare(old, new)
    assert [one.old for one in changes if one.old] == old
    assert [one.new for one in changes if one.new] == new
    for one in changes:
        assert side(one.runs, ADDED) == (one.old.text if one.old else "")
        assert side(one.runs, REMOVED) == (one.new.text if one.new else "")


@given(PASSAGES)
def test_a_text_does_not_differ_from_itself(text: list[Passage]) -> None:
    assert not any(one.is_changed for one in compare(text, text))


@given(st.lists(st.integers(0, 3), max_size=9), st.lists(st.integers(0, 3), max_size=9))
def test_what_is_in_common_is_as_long_as_can_be(old: list[int], new: list[int]) -> None:
    lengths = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            longest = max(lengths[i][j + 1], lengths[i + 1][j])
            lengths[i + 1][j + 1] = lengths[i][j] + 1 if one == other else longest
    pairs = align(old, new, Budget())
    assert len(pairs) == lengths[-1][-1]
    assert all(old[place] == new[other] for place, other in pairs)
    assert pairs == sorted(set(pairs))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It paid £300.", "It paid £350.", "It paid [-£300-]{+£350+}."),
        ("The Council was at fault.", "The Council was not at fault.", "The Council was{+ not+} at fault."),
        ("It was late, again.", "It was late.", "It was late[-, again-]."),
        ("It paid.", "It paid. Twice.", "It paid.{+ Twice.+}"),
        ("It paid late.", "He paid late. Twice.", "[-It-]{+He+} paid late.{+ Twice.+}"),
        (
            "It paid late. Twice. We end.",
            "He paid late. We end!",
            "[-It-]{+He+} paid late.[- Twice.-] We end[-.-]{+!+}",
        ),
        ("", "New.", "{+New.+}"),
        # One small word that stands in both by chance does not cut the change in pieces.
        (
            "He asked for a review of the charges",
            "She complained about most parts of everything else",
            "[-He asked for a review of the charges-]{+She complained about most parts of everything else+}",
        ),
    ],
)
def test_it_reads_well(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_a_new_paragraph_that_moves_the_numbers_is_the_only_change() -> None:
    old = passages("Mr K complained.", "The Council replied.", "We looked at it.")
    changes = compare(old, passages("Mr K complained.", "He asked in May.", "The Council replied.", "We looked at it."))
    assert kinds(changes) == ["same", "added", "same", "same"]
    assert changes[2].new is not None
    assert (changes[2].new.address, changes[2].new.mark) == ("p3", "3")


def test_paragraphs_that_changed_find_those_they_came_from() -> None:
    old = passages("The first one stays.", "The Council lost the file in May.", "It apologised and paid Mr K £100.")
    new = passages("The first one stays.", "Quite another thing altogether.", "The Council lost the file in June.",
                   "It apologised and paid Mr K £150.")  # fmt: skip
    assert kinds(compare(old, new)) == ["same", "added", "both", "both"]


def test_a_heading_is_never_compared_with_a_paragraph() -> None:
    changes = compare([Passage("What we found", "heading")], [Passage("What we found")])
    assert kinds(changes) == ["removed", "added"]


def report(words: int, seed: int) -> list[Passage]:
    chance = random.Random(seed)
    vocabulary = [f"w{number}" for number in range(2_000)] + ["the", "of", "and", "to", "it"] * 60
    made = [chance.choice(vocabulary) for _ in range(words)]
    return passages(*(" ".join(made[start : start + 45]) for start in range(0, words, 45)))


@pytest.mark.slow
def test_a_long_report_that_is_entirely_different_takes_little_time() -> None:
    old, new = report(10_000, 1), report(10_000, 2)
    assert effort(lambda: compare(old, new), 3) < 0.2


@pytest.mark.slow
def test_a_long_report_with_a_word_changed_in_every_paragraph_takes_little_time() -> None:
    old = report(10_000, 1)
    new = [Passage(f"{one.text} changed") for one in old]
    assert effort(lambda: compare(old, new), 3) < 0.5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (passages("a" + " " * 300_000), passages("b" + "\n" * 300_000)),
        (passages("a." * 100_000 + "-"), passages("-" + "a,a" * 100_000)),
        (passages("a b " * 100_000), passages("b a " * 100_000)),
        (passages(*["a"] * 50_000), passages(*["a", "b"] * 30_000)),
        (passages(*(f"a {n}" for n in range(20_000))), passages(*(f"b {n}" for n in range(20_000)))),
        (passages(*(f"the same words in each {n}" for n in range(5_000))),
         passages(*(f"the same words in each {n}" for n in range(5_000, 10_000)))),
        (passages(*("a b c d e f g " * 300 + f"x{n}" for n in range(60))),
         passages(*("g f e d c b a " * 300 + f"y{n}" for n in range(60)))),
    ],
    ids=["spaces", "one-word", "one-paragraph", "repeated", "many-paragraphs", "all-alike", "long-and-alike"],
)  # fmt: skip
def test_hostile_texts_are_bounded(old: list[Passage], new: list[Passage]) -> None:
    changes: list[Change] = []
    assert effort(lambda: changes.extend(compare(old, new))) < 10  # unbounded, each would take minutes or hours
    assert "".join(side(one.runs, ADDED) for one in changes) == "".join(one.text for one in old)
