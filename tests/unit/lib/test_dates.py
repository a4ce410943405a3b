"""Dates as people write them."""

import contextlib
import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.lib.dates import DateNotUnderstoodError, Span, date_in_zone, format_date, parse_date, parse_span

APRIL = dt.date(2022, 4, 5)


@pytest.mark.parametrize(
    "text", ["5/4/2022", "05-Apr-2022", "5 April 2022", "5th april 2022", "2022-04-05", "05.04.2022", " 5  Apr 2022 "]
)
def test_one_day_in_many_ways(text: str) -> None:
    assert parse_date(text) == APRIL


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("2022-04", dt.date(2022, 4, 1), dt.date(2022, 4, 30)),
        ("Feb 2024", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("12/2023", dt.date(2023, 12, 1), dt.date(2023, 12, 31)),
        ("9999-12", dt.date(9999, 12, 1), dt.date(9999, 12, 31)),
    ],
)
def test_months_and_years(text: str, first: dt.date, last: dt.date) -> None:
    assert parse_span(text) == Span(first, last)


@pytest.mark.parametrize(
    "text", ["31-Feb-2022", "0/4/2022", "2022-13", "0000", "Aprilish 2022", "yesterday", "", "5/4/22"]
)
def test_what_no_calendar_has_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(DateNotUnderstoodError, match="write it like 5 April 2022"):
        parse_span(text)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_date_written_out_reads_back(date: dt.date) -> None:
    assert parse_date(format_date(date)) == date


@given(st.text(max_size=30))
def test_any_text_is_a_span_or_a_sentence(text: str) -> None:
    with contextlib.suppress(DateNotUnderstoodError):
        assert parse_span(text).first <= parse_span(text).last


def test_the_day_is_the_scheme_s_own() -> None:
    just_before_midnight_utc = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
    assert date_in_zone(just_before_midnight_utc, ZoneInfo("Europe/London")) == dt.date(2026, 7, 1)
