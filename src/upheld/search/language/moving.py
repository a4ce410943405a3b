"""Days that people name from the day on which they ask: `yesterday`, `last month`. Pure: that day is given."""

import calendar
import datetime as dt
import re

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MOST = 10_000  # days, or anything longer
_MOVING = re.compile(
    r"\b(?:(?P<day>today|yesterday)|(?P<which>this|last|previous) (?P<one>week|month|year)"
    rf"|(?:the )?(?:past|last|previous) (?:(?P<count>[0-9]{{1,4}}|{'|'.join(_NUMBERS)}) )?"
    r"(?P<many>day|week|month|year)s?)\b",
    re.IGNORECASE,
)


def is_moving(text: str) -> bool:
    """Whether it names a day that is another one tomorrow, or next month, or next year."""
    return _MOVING.search(text) is not None


def by_date(text: str, today: dt.date) -> str:
    """The same with dates in place of such days: `since last year` is `since 2025` in 2026."""
    return _MOVING.sub(lambda found: _date(found, today), text)


def _date(found: re.Match[str], today: dt.date) -> str:
    if day := found["day"]:
        return str(today if day.lower() == "today" else today - dt.timedelta(days=1))
    if found["one"]:
        return _span(found["one"].lower(), today, back=int(found["which"].lower() != "this"))
    count = (found["count"] or "one").lower()
    number = int(count) if count.isdecimal() else _NUMBERS.index(count) + 1
    return f">={_so_long_ago(today, number, found['many'].lower())}"


def _span(unit: str, today: dt.date, *, back: int) -> str:
    """This week, month or year, or the one before."""
    if unit == "week":
        monday = today - dt.timedelta(days=today.weekday() + 7 * back)
        return f"{monday}..{monday + dt.timedelta(days=6)}"
    return f"{_months_ago(today, back):%Y-%m}" if unit == "month" else f"{today.year - back:04}"


def _so_long_ago(today: dt.date, number: int, unit: str) -> dt.date:
    if unit in ("day", "week"):
        return today - dt.timedelta(days=min(number, _MOST) * (7 if unit == "week" else 1))
    return _months_ago(today, number * (12 if unit == "year" else 1))


def _months_ago(today: dt.date, number: int) -> dt.date:
    """The same day of an earlier month, or its last where it has no such day; never before the year 1000."""
    year, month = divmod(max(today.year * 12 + today.month - 1 - number, 12_000), 12)
    return dt.date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
