"""Folding, stems and marks."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from upheld.search.backends.tantivy.schema import build_analyzer
from upheld.search.words import list_words, mark, prepare, stem

WORDS = """
    generously arguing happily dying skies news inning atlas bias communication only early ties cries sensational
    organisations relational proceed exceed succeed yell yes youth by boy café Müller Łukasz Strauß Ærø naïve
"""
PROSE = Path(__file__).parents[3].parent / "shared" / "data" / "prose.jsonl.gz"


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("children's children’s childrens’", "children children childrens"),
        ("O’Brien ‘quoted’ MR X'S", "OBrien quoted MR X"),
        ("'s'sad", "sad"),
        ("plain", "plain"),
    ],
)
def test_apostrophes_go(text: str, prepared: str) -> None:
    assert prepare(text) == prepared


def test_marks_every_form_of_the_word_and_loses_nothing() -> None:
    pieces = mark("The Children’s home: childrens café, complained.", ("children", "cafe", "complain"))
    assert [piece for piece, marked in pieces if marked] == ["Children’s", "childrens", "café", "complained"]
    assert "".join(piece for piece, _ in pieces) == "The Children’s home: childrens café, complained."


def test_nothing_to_mark_gives_the_text_whole() -> None:
    assert mark("A text", ()) == (("A text", False),)
    assert mark("", ("word",)) == (("", False),)


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_marking_loses_nothing_whatever_the_text(text: str, words: list[str]) -> None:
    assert "".join(piece for piece, _ in mark(text, [stem(word) for word in words])) == text


@given(st.text(min_size=1, max_size=12))
@example("Østre")
@example("ﬁle")
@example("dying")
@example("Ærø")
def test_every_word_is_marked_by_its_own_stem(word: str) -> None:
    for start, end in list_words(word):
        assert (word[start:end], True) in mark(word, [stem(word[start:end])])


@pytest.mark.parametrize("word", WORDS.split())
def test_marks_and_index_agree_on_a_stem(word: str) -> None:
    assert build_analyzer().analyze(prepare(word)) == [stem(word)]


@given(st.from_regex(r"[a-zA-Z]{1,12}", fullmatch=True))
def test_marks_and_index_agree_on_any_english_looking_word(word: str) -> None:
    assert build_analyzer().analyze(word) == [stem(word)]


@pytest.mark.slow
@pytest.mark.skipif(not PROSE.exists(), reason="../shared/data/prose.jsonl.gz is not there")
def test_marks_and_index_agree_on_the_words_of_real_prose() -> None:
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(200), lines, strict=False)]
    words = sorted({word for text in texts for word in text.split() if word.isalpha()})
    analyzer = build_analyzer()
    assert len(words) > 1_000
    assert {word: analyzer.analyze(word) for word in words} == {word: [stem(word)] for word in words}
