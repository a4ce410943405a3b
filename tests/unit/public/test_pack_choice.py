"""The choice of a pack, read from an address or a pasted list."""

import pytest
from django.http import QueryDict
from hypothesis import example, given
from hypothesis import strategies as st

from upheld.analysis.references import ReferencePattern
from upheld.public.pack.choice import MOST, Choice, read_choice

PATTERN = ReferencePattern()


def slugs(choice: Choice) -> list[str]:
    return [one.slug for one in choice.chosen]


@pytest.mark.parametrize(
    ("references", "pasted", "expected", "unread"),
    [
        (["21-017-299"], "", ["21-017-299"], ()),
        (["21-017-299,19-018-519c", "21 017 299"], "", ["21-017-299", "19-018-519c"], ()),
        (["21-017-299v2", "21-017-299"], "", ["21-017-299v2", "21-017-299"], ()),
        (["19-018-519cV12"], "", ["19-018-519cv12"], ()),
        ([], "21017299, ref. 19 018 519C and\n(21-017-300)", ["21-017-299", "19-018-519c", "21-017-300"], ()),
        ([], "21 017 299 version 2; 21 017 300 (v 3), 21 017 301", ["21-017-299v2", "21-017-300v3", "21-017-301"], ()),
        (["21-017-299"], "21 017 298", ["21-017-299", "21-017-298"], ()),
        (["nonsense", "21-017-299"], "noise", ["21-017-299"], ("nonsense", "noise")),
        (["x" * 99], "", [], (f"{'x' * 59}…",)),
        (["", ",", " , "], "\n\n", [], ()),
        (["21-017-299v99999999"], "", [], ("21-017-299v99999999",)),
    ],
)
def test_reads_a_choice(references: list[str], pasted: str, expected: list[str], unread: tuple[str, ...]) -> None:
    choice = read_choice(references, pasted, PATTERN)
    assert slugs(choice) == expected
    assert choice.unread == unread


PIECES = st.sampled_from(
    ["21 017 299", "v2", "version", ",", "19-018-519c", "\n", " ", "(", "ref", "21", "é", "\x00", "&"]
)


@pytest.mark.slow
@example(["21 017 29921 017 299"], "")
@given(st.lists(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=30), max_size=4), st.text(max_size=80))
def test_any_choice_has_an_address_that_gives_it_back(references: list[str], pasted: str) -> None:
    choice = read_choice(references, pasted, PATTERN)
    parameters = QueryDict(choice.address().partition("?")[2])
    again = read_choice(parameters.getlist("ref"), parameters.get("refs", ""), PATTERN)
    assert again.chosen == choice.chosen
    assert len(choice.unread) <= 10


def test_what_is_too_much_comes_in_parts() -> None:
    many = read_choice([f"21-{number:03}-000" for number in range(MOST + 3)], "", PATTERN)
    first, second = many.in_parts()
    assert (len(first.chosen), len(second.chosen)) == (MOST, 3)
    assert first.chosen + second.chosen == many.chosen


def test_one_can_be_taken_out() -> None:
    choice = read_choice(["21-017-299,21-017-300v1"], "noise", PATTERN)
    assert choice.without(choice.chosen[0]).address() == "/pack?ref=21-017-300v1"
