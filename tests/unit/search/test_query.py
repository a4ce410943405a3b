"""The query language: any string gives a small tree or a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.search.errors import QueryError
from upheld.search.query import MAX_PHRASE, MAX_WORD_BYTES, MAX_WORDS, Phrase, Query, Word, parse

PIECES = st.sampled_from(['"', "“", "'", "’", "(", "NOT", "OR", "the", "-", "*", "é", "\x00", "\ud800", "🙂", "ש", " "])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("  \t ", ()),
        ("special needs", (Word("special"), Word("needs"))),
        ("needs needs", (Word("needs"),)),
        ('"special needs" bus', (Phrase(("special", "needs")), Word("bus"))),
        ("“special needs” bus", (Phrase(("special", "needs")), Word("bus"))),
        ('"bus"', (Word("bus"),)),
        ('special "needs', (Word("special"), Word("needs"))),
        ('"one two" three "four', (Phrase(("one", "two")), Word("three"), Word("four"))),
        ("co-operate", (Phrase(("co", "operate")),)),
        ("21-017-299", (Phrase(("21", "017", "299")),)),
        ("and/or", (Word("and"), Word("or"))),
        ("children’s O'Brien Mr X's", (Word("children"), Word("OBrien"), Word("Mr"), Word("X"))),
        ('"it is of the"', (Word("it"), Word("is"), Word("of"), Word("the"))),
        ("outcome:upheld AND (x OR y)", tuple(map(Word, ["outcome", "upheld", "AND", "x", "OR", "y"]))),
        ("a\x00b \ud800 c", (Word("a"), Word("b"), Word("c"))),
    ],
)
def test_words_and_phrases(text: str, parts: tuple[Word | Phrase, ...]) -> None:
    assert parse(text) == Query(parts)


@pytest.mark.parametrize("text", ["(" * 10_000, "NOT " * 10_000, "word " * 10_000, "x" * 501])
def test_too_long_says_how_long_it_may_be(text: str) -> None:
    with pytest.raises(QueryError, match="use at most 500"):
        parse(text)


@pytest.mark.parametrize("text", ['"', "((((", "🙂", "''", "-", "* ?", "\x00", "\ud800"])
def test_nothing_to_look_for_says_what_to_type(text: str) -> None:
    with pytest.raises(QueryError, match="holds no word"):
        parse(text)


def test_more_words_than_the_limit_are_left_out_and_said_so() -> None:
    query = parse(" ".join(f"w{n}" for n in range(MAX_WORDS + 5)))
    assert len(query.parts) == MAX_WORDS
    assert query.note == "Only the first 32 words were used."


def test_a_long_phrase_is_cut_and_said_so() -> None:
    query = parse('"' + " ".join(f"w{n}" for n in range(MAX_PHRASE + 5)) + '"')
    assert query.parts == (Phrase(tuple(f"w{n}" for n in range(MAX_PHRASE))),)
    assert query.note == "Only the first 12 words of a phrase were used."


def test_a_word_that_no_index_keeps_is_left_out_and_said_so() -> None:
    query = parse("bus " + "x" * (MAX_WORD_BYTES + 1))
    assert query.parts == (Word("bus"),)
    assert query.note == "A very long word was left out."
    with pytest.raises(QueryError, match="very long word"):
        parse("x" * 400)


def test_marks_leave_out_very_common_words_unless_there_are_no_others() -> None:
    assert parse("the complaints of children").words == ("complaint", "children")
    assert parse("to be").words == ("to", "be")


@given(st.one_of(st.text(), st.lists(PIECES, max_size=400).map("".join)))
def test_any_string_gives_a_bounded_tree_or_a_sentence(text: str) -> None:
    query = parsed(text)
    if isinstance(query, str):
        assert query.startswith(("Your search", "A very long"))
        return
    words = [word for part in query.parts for word in (part.words if isinstance(part, Phrase) else (part.text,))]
    assert len(words) <= MAX_WORDS
    assert all(0 < len(word.encode()) <= MAX_WORD_BYTES and word.isalnum() for word in words)
    assert bool(query.parts) == bool(text.strip())


def parsed(text: str) -> Query | str:
    try:
        return parse(text)
    except QueryError as error:
        return str(error)
