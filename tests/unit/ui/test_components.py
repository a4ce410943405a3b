"""The data of shared components."""

import pytest

from upheld.ui.components import Bar, Entry, FilterGroup, Pagination, Segment, paginate
from upheld.ui.gallery import make_gallery


def _numbers(pages: Pagination) -> list[int | None]:
    return [page.number for page in pages.pages]


@pytest.mark.parametrize(
    ("page", "total", "numbers"),
    [
        (1, 0, [1]),
        (1, 10, [1]),
        (1, 11, [1, 2]),
        (1, 204, [1, 2, None, 21]),
        (3, 204, [1, 2, 3, 4, None, 21]),
        (4, 204, [1, 2, 3, 4, 5, None, 21]),
        (10, 204, [1, None, 9, 10, 11, None, 21]),
        (21, 204, [1, None, 20, 21]),
    ],
)
def test_pages_show_the_ends_and_the_neighbours(page: int, total: int, numbers: list[int | None]) -> None:
    assert _numbers(paginate(page, total, 10, "?page={}".format)) == numbers


def test_a_page_in_the_middle_says_where_it_is_and_leads_both_ways() -> None:
    pages = paginate(2, 25, 10, "?page={}".format)
    assert (pages.first, pages.last, pages.total) == (11, 20, 25)
    assert (pages.previous, pages.next) == ("?page=1", "?page=3")
    assert [page.number for page in pages.pages if page.is_current] == [2]


def test_the_ends_lead_one_way_only() -> None:
    assert paginate(1, 25, 10, "?page={}".format).previous == ""
    assert paginate(3, 25, 10, "?page={}".format).next == ""


def test_nothing_is_zero_to_zero() -> None:
    pages = paginate(1, 0, 10, "?page={}".format)
    assert (pages.first, pages.last, pages.total) == (0, 0, 0)


def test_a_bar_lays_its_parts_end_to_end_and_leaves_out_empty_ones() -> None:
    bar = Bar("b", (Segment("Upheld", "solid", 3), Segment("Not upheld", "outline", 0), Segment("Closed", "dashed", 1)))
    assert [(one.segment.label, one.start, one.share) for one in bar.placed] == [("Upheld", 0, 75), ("Closed", 75, 25)]


def test_a_bar_of_nothing_has_no_parts() -> None:
    assert Bar("b", (Segment("Upheld", "solid", 0),)).placed == ()


def test_a_bar_can_be_part_of_a_larger_whole() -> None:
    assert Bar("b", (Segment("Upheld", "solid", 5),), of=20).placed[0].share == 25


def test_an_organisation_is_found_by_its_other_names() -> None:
    assert "Hull" in Entry("Kingston upon Hull City Council", "/x", 1, also=("Hull",)).words


def test_a_filter_counts_what_is_chosen() -> None:
    group: FilterGroup = make_gallery().groups[0]
    assert group.chosen == 1
