"""Where words stand in a query, and how it is written with what was meant by them."""

from itertools import pairwise

import pytest

from upheld.search.language.limits import MAX_CHARACTERS
from upheld.search.language.query import Mistyped
from upheld.search.spelling.typed import as_meant, places_of


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("sen", "SEN's transport, sen", ["SEN's", "sen"]),
        ("sen", '"sen" sen', ["sen"]),
        ("sen", '"sen" "sen school"~3 law:sen in:"sen" -sen -(sen school) -"sen" sen*', []),
        ("sen", "sen-school absent school-sen", []),
        ("sen", "(sen OR school", ["sen"]),
        ("equality act", 'law:"equality act" the Equality, Act', ["Equality, Act"]),
        ("equality act", 'equality -x act equality "act" (equality) act equality OR act', []),
        ("co-operate", "co-operate co operate", ["co-operate", "co operate"]),
        ("a b a", "a b a b a b a", ["a b a", "a b a"]),
        ("", "sen", []),
    ],
)
def test_words_are_found_where_they_stand_like_all_others(typed: str, text: str, found: list[str]) -> None:
    places = places_of(typed, text)
    assert [text[start:end] for start, end in places] == found
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Schol transport", "school transport"),
        ('schol -schol "schol" schol', 'school -schol "schol" school'),
        ("schol transprot", 'school (transport OR "trans port")'),
        ("nothing of this", "nothing of this"),
    ],
)
def test_a_query_is_written_as_it_was_taken_to_be_meant(text: str, meant: str) -> None:
    mistyped = (Mistyped("schol", ("school",)), Mistyped("transprot", ("transport", "trans port")))
    assert as_meant(text, mistyped) == meant


def test_what_would_be_too_long_stays_as_it_is() -> None:
    text = ("schol " + "x" * MAX_CHARACTERS)[:MAX_CHARACTERS]
    assert as_meant(text, [Mistyped("schol", ("school",))]) == text
