"""Where a query is marked in a text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from upheld.search.language.query import Mistyped, Query
from upheld.search.language.tree import All, Any, Chosen, Near, Node, Not, Phrase, Prefix, Within, Word
from upheld.search.marking import Marker
from upheld.search.words import list_words

CARE = Phrase(("care", "plan"))


def marked(meaning: Node | None, text: str, *sections: str) -> list[str]:
    """What is marked at each place, its words joined by a bar."""
    found = Marker(Query(meaning=meaning)).find(text, sections)
    return ["|".join(text[start:end] for start, end in match) for match in found]


@pytest.mark.parametrize(
    ("meaning", "text", "expected"),
    [
        (Word("complaint"), "Complaints, and a complaint's end", ["Complaints", "complaint's"]),
        (Word("childrens"), "The children’s home, and the child", ["children’s"]),
        (Word("cafe"), "The Café", ["Café"]),
        (All((Word("the"), Word("fault"))), "The fault in the file", ["fault"]),
        (All((Word("the"), Word("of"))), "The end of it", ["The", "of"]),
        (Prefix("educ"), "Education, educated; reeducate", ["Education", "educated"]),
        (Prefix("école"), "Une ecole", ["ecole"]),
        (CARE, "A care plan. Care, and a plan. Care-plans", ["care plan", "Care-plans"]),
        (Phrase(("duty", "of", "care")), "of its duty of care", ["duty of care"]),
        (All((CARE, Word("plan"))), "The plan is a care plan", ["plan", "care plan"]),
        (Any((Word("sen"), Phrase(("special", "needs")))), "SEN means special needs", ["SEN", "special needs"]),
        (Near(("letter", "charge"), 2), "a charge in the letter; charge it or send the letter", ["letter; charge"]),
        (Near(("letter", "charge"), 3), "a charge in the letter", ["charge|letter"]),
        (Near(("duty", "of", "care"), 1), "of its duty of care", ["duty of care"]),
        (Near(("charge", "letter"), 1), "the charge letter", ["charge letter"]),
        (Near(("a", "a"), 1), "a b c a d", ["a", "a"]),
        (All((Word("noise"), Not(Word("night")))), "noise at night", ["noise"]),
        (All((Word("noise"), Chosen("outcome", ("upheld",)))), "upheld: noise", ["noise"]),
        (Not(Word("noise")), "noise", []),
        (None, "noise", []),
        (Word("noise"), "", []),
    ],
)
def test_marks_what_a_query_means_and_no_more(meaning: Node | None, text: str, expected: list[str]) -> None:
    assert marked(meaning, text) == expected


def test_what_is_asked_of_a_section_is_marked_there_only() -> None:
    meaning = All((Word("noise"), Within("law", All((Word("act"), CARE)))))
    text = "The noise of an act, and a care plan"
    assert marked(meaning, text) == ["noise"]
    assert marked(meaning, text, "found") == ["noise"]
    assert marked(meaning, text, "law") == ["noise", "act", "care plan"]


def test_what_mistyped_words_were_taken_for_is_marked() -> None:
    marker = Marker(Query(meaning=Word("transprot")), (Mistyped("transprot", ("transports", "trans port")),))
    pieces = marker.pieces("No transport, nor a trans port. No port.")
    assert [text for text, is_marked in pieces if is_marked] == ["transport", "trans port"]


def test_knows_when_there_is_nothing_to_find() -> None:
    assert not Marker(Query(meaning=All((Chosen("outcome", ("upheld",)), Not(Word("noise"))))))
    assert Marker(Query(meaning=Within("law", Word("act"))))


WORDS = st.sampled_from(["care", "plan", "Plan’s", "the", "of", "näh", "x"])
NODES = st.recursive(
    WORDS.map(Word)
    | WORDS.map(Prefix)
    | st.lists(WORDS, min_size=1, max_size=4).map(tuple).map(Phrase)
    | st.builds(Near, st.lists(WORDS, min_size=2, max_size=3).map(tuple), st.integers(0, 20)),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(tuple).map(All) | inner.map(Not),
    max_leaves=5,
)
TEXTS = st.text(max_size=60) | st.lists(WORDS | st.sampled_from([" ", "-", ". ", "’", "\u0301"]), max_size=40).map(
    "".join
)


@given(NODES, TEXTS)
def test_without_its_marks_a_text_is_what_it_was(meaning: Node, text: str) -> None:
    marker = Marker(Query(meaning=meaning))
    assert "".join(part for part, _ in marker.pieces(text)) == text
    spans = [span for match in marker.find(text) for span in match]
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in zip(sorted(spans), sorted(spans)[1:], strict=False))


@given(st.text(min_size=1, max_size=12), st.booleans())
@example("Østre", False)
@example("ﬁle", True)
@example("dying", False)
@example("\u212aelvin", True)  # the sign of the unit
def test_every_word_is_found_by_itself_and_by_its_beginning(text: str, is_beginning: bool) -> None:
    for start, end in list_words(text):
        node = Prefix(text[start:end]) if is_beginning else Word(text[start:end])
        assert ((start, end),) in Marker(Query(meaning=node)).find(text)
