"""What is typed after `paid:` and `decided:`: sums and days, in figures or as people say them."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator

from upheld.search.language.signs import DASHES, MINUS, OPERATORS, QUOTES, STOP
from upheld.search.language.tree import Decided, Paid

_SUM = re.compile(r"£?\s*([0-9][0-9,]{0,11}(?:\.[0-9]{1,2})?)\s*(k|pounds?)?", re.IGNORECASE)
_SIGN = re.compile(r"([<>]=?|=)\s*(.+)")
_YEAR = re.compile(r"([12][0-9]{3})(?:[-/]([0-9]{1,2}))?(?:[-/]([0-9]{1,2}))?")
_BRITISH = re.compile(r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2}|[A-Za-z]{3,9})[-/. ]([12][0-9]{3})")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_PIECE = re.compile(rf"\s*([<>≤≥=]*[^\s(){QUOTES}<>≤≥]+|[<>≤≥=]+)")
_MOST_PIECES = 10  # of a value: between 5 April 2022 and 6 May 2023

# What people write in place of the signs. The longer comes before what it begins with.
_WORDS = (
    (r"(?:no|not) (?:less|earlier|lower) than|at least|from|since|≥|=>", ">="),
    (r"(?:no|not) (?:more|later|higher) than|at most|up to|until|till|to|by|≤|=<", "<="),
    (r"(?:more|later|greater|higher|bigger) than|over|above|after", ">"),
    (r"(?:less|earlier|lower|smaller) than|under|below|before", "<"),
)
_SAID = tuple((re.compile(rf"(?:{words})\s*", re.IGNORECASE), sign) for words, sign in _WORDS)
_BEHIND = (
    (re.compile(r"(.+?)(?:\s*\+| (?:or|and) (?:more|over|above|later)| onwards?)", re.IGNORECASE), ">="),
    (re.compile(r"(.+?) (?:or|and) (?:less|under|below|earlier)", re.IGNORECASE), "<="),
)
_BETWEEN = re.compile(r"(?:between|from) (.+?) (?:and|to|until|till|-) (.+)", re.IGNORECASE)
_OPEN_RANGE = re.compile(r"\s*\.\.+\s*")
_CLOSED_RANGE = re.compile(r"\s*-\s*|\s+to\s+", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b", re.IGNORECASE)
_DASH = str.maketrans(dict.fromkeys([*MINUS, *DASHES], "-"))

Days = tuple[dt.date, dt.date]
Reader = Callable[[str], Paid | Decided | None]


def read_paid(text: str) -> Paid | None:
    """The sums in `>500`, `100..500`, `£1,350` or `at least £1k`; None if it is none of these."""
    text = _plain(text)
    if sign := _SIGN.fullmatch(text):
        pence = _pence(sign[2])
        return None if pence is None else _compared(sign[1], pence)
    if (pence := _pence(text)) is not None:
        return Paid(pence, pence)
    for first, last in _ends(text):
        bounds = _pence(first), _pence(last)
        if all((bound is None) != bool(end) for bound, end in zip(bounds, (first, last), strict=True)):
            return _ordered(*bounds)
    return None


def read_decided(text: str) -> Decided | None:
    """The days in `2022`, `2022-04`, `5/4/2022`, `>2022`, `2022..2024` or `since April 2022`; else None."""
    text = _plain(_ORDINAL.sub("", text))
    if sign := _SIGN.fullmatch(text):
        days = _read_days(sign[2])
        return _before_or_after(sign[1], days) if days else None
    if days := _read_days(text):
        return Decided(*days)
    return next(filter(None, (_between(first, last) for first, last in _ends(text))), None)


def joined_sums(first: str, second: str) -> str:
    """The range between `>500` and `<1000`, with both ends: `500..1000`; empty where they bound none."""
    bounds = _SIGN.fullmatch(_plain(first)), _SIGN.fullmatch(_plain(second))
    sums = {found[1][0]: found[2] for found in bounds if found}
    least, most = (_pence(sums.get(sign, "")) for sign in "><")
    is_range = least is not None and most is not None and least < most
    return f"{sums['>']}..{sums['<']}" if is_range else ""


def joined_days(first: str, second: str) -> str:
    """The days between `>2020` and `<2023`: `2021..2022`; empty where there are none."""
    read = [days for days in (read_decided(first), read_decided(second)) if days]
    firsts = [days.first for days in read if days.first and not days.last]
    lasts = [days.last for days in read if days.last and not days.first]
    return _written(firsts[0], lasts[0]) if firsts and lasts and firsts[0] <= lasts[0] else ""


def end_of_value(text: str, start: int, read: Reader) -> int:
    """Where the longest value that begins there ends; `start` where none does. What is ruled out is part of none."""
    ends: list[int] = []
    end = start
    while len(ends) < _MOST_PIECES and (piece := _PIECE.match(text, end)):
        if ends and (piece[1] in OPERATORS or (len(piece[1]) > 1 and piece[1][0] in MINUS)):
            break
        end = piece.end()
        ends.append(piece.end() - len(piece[1]) + len(STOP.sub("", piece[1])))
    return next((one for one in reversed(ends) if read(text[start:one])), start)


def _plain(text: str) -> str:
    """The same with signs in place of what people say for them."""
    text = " ".join(text.replace("…", "..").translate(_DASH).split())
    if found := _BETWEEN.fullmatch(text):
        return f"{found[1]}..{found[2]}"
    for pattern, sign in _BEHIND:
        if found := pattern.fullmatch(text):
            return f"{sign}{found[1]}"
    for pattern, sign in _SAID:
        if found := pattern.match(text):
            return f"{sign}{text[found.end() :]}"
    return text


def _ends(text: str) -> Iterator[tuple[str, str]]:
    """Where a range may begin and end. With two dots between, one end may be open."""
    if len(ends := _OPEN_RANGE.split(text)) == 2 and any(ends):
        yield ends[0], ends[1]
    for found in _CLOSED_RANGE.finditer(text):
        if found.start() > 0 and found.end() < len(text):
            yield text[: found.start()], text[found.end() :]


def _pence(text: str) -> int | None:
    found = _SUM.fullmatch(text)
    if found is None:
        return None
    return round(float(found[1].replace(",", "")) * (100_000 if (found[2] or "").lower() == "k" else 100))


def _compared(sign: str, pence: int) -> Paid:
    bounds = {">": (pence + 1, None), ">=": (pence, None), "<": (None, pence - 1), "<=": (None, pence)}
    return Paid(*bounds.get(sign, (pence, pence)))


def _ordered(least: int | None, most: int | None) -> Paid:
    return Paid(*sorted((least, most))) if least is not None and most is not None else Paid(least, most)


def _written(first: dt.date, last: dt.date) -> str:
    """These days as they are typed: by whole years or months where they are such."""
    if last.day != calendar.monthrange(last.year, last.month)[1] or first.day > 1:
        return f"{first}..{last}"
    form = "%Y" if (first.month, last.month) == (1, 12) else "%Y-%m"
    starts, ends = f"{first:{form}}", f"{last:{form}}"
    return starts if starts == ends else f"{starts}..{ends}"


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
