"""The calendar of what comes out: a month, and one day of it."""

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from upheld.desk.components import DeskRow, Fault
from upheld.desk.frame import HOME
from upheld.desk.pages.rows import row_of_decision
from upheld.desk.queries.decision import Standing
from upheld.lib.dates import format_date
from upheld.ui.site import Head, Link

CALENDAR = Link("Calendar", "/desk/calendar")
_SAMPLE = 3


@dataclass(frozen=True)
class CalendarDay:
    """A day of the month: what comes out, the first few by reference. `is_outside` is one of another month."""

    date: dt.date
    rows: tuple[DeskRow, ...]
    is_outside: bool
    is_today: bool
    is_past: bool = False

    @property
    def href(self) -> str:
        """The page of the day."""
        return f"/desk/calendar/{self.date.isoformat()}"

    @property
    def sample(self) -> tuple[DeskRow, ...]:
        """The first few."""
        return self.rows[:_SAMPLE]

    @property
    def more(self) -> int:
        """How many there are besides the first few."""
        return max(0, len(self.rows) - _SAMPLE)


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday, and the months before and after."""

    name: str
    weeks: tuple[tuple[CalendarDay, ...], ...]
    total: int
    before: Link
    after: Link
    next_day: dt.date | None
    """The first day from today on which anything comes out, where this month has none."""


@dataclass(frozen=True)
class DayPage:
    """One day with what comes out on it. `moves` and `holds` say what the person may do."""

    date: dt.date
    rows: tuple[DeskRow, ...]
    is_past: bool
    moves: bool
    holds: bool
    earliest: dt.date
    """The first day that the form offers: today."""
    faults: tuple[Fault, ...] = ()
    to: str = ""
    chosen: frozenset[str] = frozenset()


def weeks_of(month: dt.date) -> list[list[dt.date]]:
    """The weeks that have days of the month, from Monday, whole."""
    return calendar.Calendar().monthdatescalendar(month.year, month.month)


def make_month(month: dt.date, today: dt.date, coming: Sequence[Standing], next_day: dt.date | None) -> Month:
    """The month that `month` is in; `coming` is what comes out in its weeks."""
    by_day: dict[dt.date, list[DeskRow]] = {}
    for one in coming:
        if one.held_until:
            by_day.setdefault(one.held_until, []).append(row_of_decision(one))
    weeks = tuple(tuple(_day(day, month, today, by_day) for day in week) for week in weeks_of(month))
    total = sum(len(day.rows) for week in weeks for day in week if not day.is_outside)
    before, after = month.replace(day=1) - dt.timedelta(days=1), _month_after(month)
    return Month(f"{month:%B %Y}", weeks, total, _to_month(before), _to_month(after), None if total else next_day)


def _day(day: dt.date, month: dt.date, today: dt.date, by_day: Mapping[dt.date, Sequence[DeskRow]]) -> CalendarDay:
    return CalendarDay(day, tuple(by_day.get(day, ())), day.month != month.month, day == today, day < today)


def _month_after(month: dt.date) -> dt.date:
    return (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


def _to_month(month: dt.date) -> Link:
    return Link(f"{month:%B %Y}", f"/desk/calendar?month={month:%Y-%m}")


def month_head(page: Month) -> Head:
    """What the month's page says of itself."""
    return Head(f"What comes out in {page.name}", trail=(HOME,))


def day_head(page: DayPage) -> Head:
    """What the day's page says of itself."""
    month = _to_month(page.date)
    title = f"What comes out on {page.date:%A} {format_date(page.date)}"
    return Head(title, trail=(HOME, CALENDAR, month))
