"""A search as its address has it."""

import datetime as dt

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from upheld.public.searching import FILTERS, read_dates, read_search

WORD = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
PAIRS = st.lists(
    st.tuples(st.sampled_from([*FILTERS, "q", "from", "to", "sort", "page", "refs", "other"]), WORD), max_size=12
)


def query(text: str) -> QueryDict:
    return QueryDict(text)


def test_the_address_holds_the_whole_search_in_one_order() -> None:
    asked = read_search(query("page=3&to=2022&kind=b&outcome=upheld&q=+lost++papers&outcome=Upheld&kind=a&x=y&type="))
    assert asked.address() == "/search?q=lost+papers&outcome=upheld&kind=b&kind=a&to=2022&page=3"


def test_what_no_feed_can_hold_is_not_kept() -> None:
    assert read_search(query("q=a%01b%00%1Fc%EF%BF%BF&to=%7F")).query == "a\ufffdb\ufffd c\ufffd"


@given(PAIRS)
def test_its_own_address_asks_for_the_same(pairs: list[tuple[str, str]]) -> None:
    parameters = QueryDict(mutable=True)
    for name, value in pairs:
        parameters.appendlist(name, value)
    asked = read_search(parameters)
    if asked.place.page is not None:
        assert read_search(query(asked.address().partition("?")[2])) == asked


def test_a_filter_is_taken_away_and_the_first_page_shown() -> None:
    asked = read_search(query("q=x&outcome=a&outcome=b&page=4"))
    assert asked.without("outcome", "a").address() == "/search?q=x&outcome=b"
    assert asked.without_filters().address() == "/search?q=x"
    assert asked.is_narrowed
    assert not asked.without_filters().is_narrowed


def test_the_best_match_comes_first_only_when_there_are_words() -> None:
    assert read_search(query("q=x")).order == "relevance"
    assert read_search(query("outcome=upheld")).order == "newest"
    assert read_search(query("q=x&sort=oldest")).order == "oldest"


def test_a_month_or_year_stands_for_all_its_days() -> None:
    first, last, faults = read_dates(read_search(query("from=2022-02&to=2022-02")))
    assert (first, last, faults) == (dt.date(2022, 2, 1), dt.date(2022, 2, 28), ())


def test_each_date_that_is_none_is_named() -> None:
    _, _, faults = read_dates(read_search(query("from=31/2/2022&to=tomorrow")))
    assert [fault.field for fault in faults] == ["from", "to"]
    assert "31/2/2022" in faults[0].message
