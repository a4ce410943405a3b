"""Every section and paragraph has an address of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.document import Block, Section
from upheld.analysis.paragraphs import heading_levels, list_paragraphs, section_addresses

BLOCKS = st.builds(Block, number=st.none() | st.integers(-2, 9), text=st.just("Words."))
SECTIONS = st.lists(
    st.builds(
        Section, heading=st.none() | st.sampled_from(["The complaint", "P12", "Main", "—"]), blocks=st.lists(BLOCKS)
    )
)


def sections(*numbers: list[int | None]) -> list[Section]:
    return [Section(blocks=tuple(Block(number=number, text="Words.") for number in some)) for some in numbers]


def shown(*numbers: list[int | None]) -> list[tuple[str, int | None, str]]:
    return [(one.address, one.number, one.printed) for one in list_paragraphs(sections(*numbers))]


@pytest.mark.parametrize(
    ("given_levels", "levels"),
    [((1, 3, 3), (1, 2, 2)), ((1, 2, 3, 1), (1, 2, 3, 1)), ((2, 3), (1, 2)), ((1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 5))],
)
def test_headings_beside_each_other_stay_so_and_none_skips_a_step(
    given_levels: tuple[int, ...], levels: tuple[int, ...]
) -> None:
    headed = [Section(heading="Heading", level=level, blocks=()) for level in given_levels]
    assert heading_levels(headed) == levels
    assert heading_levels([headed[0], Section(heading=None, level=4, blocks=())]) == (1, 1)


def test_numbers_that_run_through_are_kept() -> None:
    assert shown([1, 2], [4]) == [("p1", 1, ""), ("p2", 2, ""), ("p4", 4, "")]


def test_numbers_that_start_again_are_counted_on_and_the_printed_kept() -> None:
    assert shown([1, 2], [1]) == [("p1", 1, ""), ("p2", 2, ""), ("p3", 3, "1")]


def test_a_printed_number_that_is_given_is_kept() -> None:
    [one] = list_paragraphs([Section(blocks=(Block(number=7, printed="2", text="Words."),))])
    assert (one.address, one.number, one.printed) == ("p7", 7, "2")


def test_a_paragraph_without_a_number_hangs_on_the_one_before() -> None:
    assert [address for address, _, _ in shown([None, 1, None], [None, 2])] == ["p0-1", "p1", "p1-1", "p1-2", "p2"]


def test_a_document_without_numbers_is_counted() -> None:
    assert shown([None], [None]) == [("p1", None, ""), ("p2", None, "")]


@given(SECTIONS)
def test_no_address_stands_twice(given_sections: list[Section]) -> None:
    addresses = [*section_addresses(given_sections), *(one.address for one in list_paragraphs(given_sections))]
    assert len(set(addresses)) == len(addresses)
    assert not {"main", "summary"} & set(addresses)


def test_two_sections_of_one_name_differ() -> None:
    assert section_addresses([Section(heading="Findings"), Section(heading="Findings"), Section()]) == (
        "findings", "findings-2", "part-3",
    )  # fmt: skip
