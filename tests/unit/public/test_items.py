"""Decisions in words."""

import pytest

from upheld.public.items import name_organisations, place_name
from upheld.public.pages.decision_head import shorten


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), "Organisation not stated"),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B and C"),
        (("A", "B", "C", "D"), "A, B and 2 others"),
    ],
)
def test_bodies_are_named(names: tuple[str, ...], words: str) -> None:
    assert name_organisations(names) == words


def test_other_says_of_what() -> None:
    assert place_name("Other", "Housing") == "Other: Housing"
    assert place_name("Allocations", "Housing") == "Allocations"


def test_a_long_text_is_cut_between_words() -> None:
    short = shorten("word " * 100)
    assert len(short) <= 200
    assert short.endswith("word…")
    assert shorten("short") == "short"
