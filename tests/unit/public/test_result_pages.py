"""The ways through results, and the years they are drawn by."""

import pytest

from upheld.public.pages.over_time import MOST_COLUMNS, make_over_time
from upheld.public.pages.result_pages import is_past_the_end, make_result_pages
from upheld.public.searching import Asked, Place
from upheld.search import SearchResults

ASKED = Asked(query="heron")


def results(total: int, *ids: int, **values: object) -> SearchResults:
    given: dict[str, object] = {"counts": {}, "cursor": 9, "engine_ms": 0.0, "words": (), "note": None, "at": 9}
    return SearchResults(total=total, decision_ids=ids, **(given | values))  # type: ignore[arg-type]  # a test's own


def test_the_next_page_begins_at_a_place_and_others_at_their_number() -> None:
    way = make_result_pages(ASKED, results(41, 1, next="n", previous="p"))
    assert way
    assert way.pages.next == "/search?q=heron&page=2&at=9&after=n"
    assert [one.href for one in way.pages.pages][-1] == "/search?q=heron&page=5&at=9"
    assert (way.afresh, way.limit) == (None, "")
    last = make_result_pages(Asked(query="heron", place=Place(7, 5, "x")), results(41, 1, at=7, previous="p"))
    assert last
    assert (last.pages.next, last.pages.previous) == ("", "/search?q=heron&page=4&at=7&before=p")
    assert last.afresh
    assert last.afresh.href == "/search?q=heron"


def test_while_there_is_a_place_there_is_a_page_although_decisions_before_it_were_withdrawn() -> None:
    fourth = make_result_pages(Asked(place=Place(7, 4, after="x")), results(40, *range(10), at=7, next="n"))
    assert fourth
    assert fourth.pages.next == "/search?page=5&at=7&after=n"
    fifth = make_result_pages(Asked(place=Place(7, 5, after="n")), results(40, 1, 2, 3, at=7, previous="p"))
    assert fifth
    assert (fifth.pages.first, fifth.pages.last, fifth.pages.next) == (38, 40, "")
    more = make_result_pages(Asked(place=Place(7, 1, before="p")), results(40, *range(10), at=7, previous="p"))
    assert more
    assert more.pages.previous == "/search?at=7&before=p"


def test_where_pages_end_before_the_results_do_it_is_said() -> None:
    way = make_result_pages(ASKED, results(57_500, 1))
    assert way
    assert way.pages.total == 57_500
    assert [one.number for one in way.pages.pages][-1] == 1_000
    assert "first 10,000 of these 57,500" in way.limit


@pytest.mark.parametrize(
    ("place", "found", "past"),
    [
        (Place(page=5), results(41, 1), False),
        (Place(page=6), results(41), True),
        (Place(page=9, after="x"), results(41, 1), False),
        (Place(page=2, after="x"), results(41), True),
        (Place(page=1), results(0), False),
    ],
)
def test_a_page_behind_the_last_is_known(place: Place, found: SearchResults, past: bool) -> None:
    assert is_past_the_end(Asked(place=place), found) is past


def test_years_without_decisions_have_their_place_and_long_spans_are_cut_in_the_picture_only() -> None:
    drawn = make_over_time(ASKED, {"2021": {"upheld": 2, "not-upheld": 1}, "2024": {"": 1, "gone": 1}}, 6)
    assert drawn
    assert [(one.year, one.bar.total) for one in drawn.columns] == [(2021, 3), (2022, 0), (2023, 0), (2024, 2)]
    assert [one.year for one in drawn.rows] == [2024, 2021]
    assert [segment.count for segment in drawn.outcomes.segments] == [2, 1, 0, 2]
    assert (drawn.total, drawn.undated) == (5, 1)
    long = make_over_time(ASKED, {str(year): {"upheld": 1} for year in range(1950, 2027)}, 77)
    assert long
    assert (len(long.columns), len(long.rows), long.columns[0].year) == (MOST_COLUMNS, 77, 2003)
    assert make_over_time(ASKED, {"2024": {"upheld": 4}, "2023": {"upheld": 0}}, 4) is None
