"""What is typed after `paid:` and `decided:`: sums and days."""

import calendar
import datetime as dt
import re

from upheld.search.language.tree import Decided, Paid

_SUM = r"£?\s*([0-9][0-9,]{0,11}(?:\.[0-9]{1,2})?)"
_SUMS = re.compile(rf"(?P<sign>[<>]=?|=)?\s*(?:{_SUM})?\s*(?P<range>\.\.+|-|–|to)?\s*(?:{_SUM})?", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:\.\.+|–|\bto\b|(?<=[0-9]{4})-(?=[0-9]{4}$))\s*", re.IGNORECASE)
_SIGN = re.compile(r"([<>]=?|=)\s*(.+)")
_YEAR = re.compile(r"([12][0-9]{3})(?:[-/]([0-9]{1,2}))?(?:[-/]([0-9]{1,2}))?")
_BRITISH = re.compile(r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2}|[A-Za-z]{3,9})[-/. ]([12][0-9]{3})")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}

Days = tuple[dt.date, dt.date]


def read_paid(text: str) -> Paid | None:
    """The sums in `>500`, `100..500` or `£1,350`; None if it is none of these."""
    text = text.strip()
    found = _SUMS.fullmatch(f">={text[:-1]}" if text.endswith("+") else text)
    if found is None or not (found[2] or found[4]):
        return None
    least, most = _pence(found[2]), _pence(found[4])
    if found["sign"]:
        return None if found["range"] or least is None else _compared(found["sign"], least)
    if found["range"]:
        return Paid(*sorted((least, most))) if least is not None and most is not None else Paid(least, most)
    return Paid(least, least) if most is None else None


def read_decided(text: str) -> Decided | None:
    """The days in `2022`, `2022-04`, `5/4/2022`, `>2022` or `2022..2024`; None if it is none of these."""
    text = text.strip()
    if sign := _SIGN.fullmatch(text):
        days = _read_days(sign[2])
        return _before_or_after(sign[1], days) if days else None
    if len(ends := _RANGE.split(text)) == 2 and any(ends):
        return _between(*ends)
    days = _read_days(text)
    return Decided(*days) if days else None


def _pence(text: str | None) -> int | None:
    return round(float(text.replace(",", "")) * 100) if text else None


def _compared(sign: str, pence: int) -> Paid:
    bounds = {">": (pence + 1, None), ">=": (pence, None), "<": (None, pence - 1), "<=": (None, pence)}
    return Paid(*bounds.get(sign, (pence, pence)))


def _between(first: str, last: str) -> Decided | None:
    starts, ends = _read_days(first), _read_days(last)
    if (first and not starts) or (last and not ends):
        return None
    if starts and ends and ends[0] < starts[0]:
        starts, ends = ends, starts
    return Decided(starts[0] if starts else None, ends[1] if ends else None)


def _before_or_after(sign: str, days: Days) -> Decided | None:
    first, last = days
    try:
        after, before = last + dt.timedelta(days=1), first - dt.timedelta(days=1)
    except OverflowError:
        return None
    bounds = {">": (after, None), ">=": (first, None), "<": (None, before), "<=": (None, last)}
    return Decided(*bounds.get(sign, days))


def _read_days(text: str) -> Days | None:
    """The first and last day of a year, a month, a day, or of a financial year such as 2022-23."""
    if found := _YEAR.fullmatch(text):
        return _span(int(found[1]), found[2], found[3])
    if found := _BRITISH.fullmatch(text):
        return _span(int(found[3]), found[2], found[1])
    return None


def _span(year: int, month: str | None, day: str | None) -> Days | None:
    number = _month(month) if month else 0
    if not day and number > 12 and number == (year + 1) % 100:
        return dt.date(year, 4, 1), dt.date(year + 1, 3, 31)
    try:
        if day:
            return (only := dt.date(year, number, int(day)), only)
        if month:
            return dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])
    except ValueError:
        return None
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else _MONTHS.get(text.lower()) or _SHORT.get(text.lower()) or 0
