"""Dates as people write and read them. The day comes before the month."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBER_OF_MONTH = {name[:3].lower(): number for number, name in enumerate(_MONTHS, start=1)}
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+([A-Za-z]{3,9}|\d{1,2})[\s/.,-]+(\d{4})", re.ASCII)
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,9}|\d{1,2})[\s/.-]+(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


class DateNotUnderstoodError(ValueError):
    """A date is not written in a way we know, or no calendar has it."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text[:40]}” is not a date we understand; write it like 5 April 2022, 5/4/2022, 2022-04 or 2022"
        )


@dataclass(frozen=True)
class Span:
    """Some days in a row, first and last included."""

    first: dt.date
    last: dt.date


def format_date(date: dt.date) -> str:
    """`5 April 2022`."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def parse_date(text: str) -> dt.date:
    """One day, from `5/4/2022`, `05-Apr-2022`, `5 April 2022` or `2022-04-05`. Raises DateNotUnderstoodError."""
    span = parse_span(text)
    if span.first != span.last:
        raise DateNotUnderstoodError(text)
    return span.first


def parse_span(text: str) -> Span:
    """The day, month or year that the text names. Raises DateNotUnderstoodError."""
    words = " ".join(text.split())
    try:
        return _read_span(words)
    except (ValueError, KeyError) as error:
        raise DateNotUnderstoodError(text) from error


def date_in_zone(instant: dt.datetime, zone: ZoneInfo) -> dt.date:
    """The calendar day of an instant where the scheme is."""
    return instant.astimezone(zone).date()


def _read_span(words: str) -> Span:
    if found := _DAY_MONTH_YEAR.fullmatch(words):
        day = dt.date(int(found[3]), _month(found[2]), int(found[1]))
        return Span(day, day)
    if found := _ISO.fullmatch(words):
        return _span_of(*(int(part) if part else None for part in found.groups()))
    if found := _MONTH_YEAR.fullmatch(words):
        return _span_of(int(found[2]), _month(found[1]), None)
    raise ValueError(words)


def _span_of(year: int | None, month: int | None, day: int | None) -> Span:
    year = year or 0
    if month is None:
        return Span(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if day is None:
        return Span(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
    return Span(dt.date(year, month, day), dt.date(year, month, day))


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    number = _NUMBER_OF_MONTH[text[:3].lower()]
    if not _MONTHS[number - 1].lower().startswith(text.lower()) and text.lower() != "sept":
        raise KeyError(text)
    return number
