"""Days on which decisions are made and published: working days, fewer in August and around Christmas."""

import datetime as dt
from random import Random

FIRST_DAY, LAST_DAY = dt.date(2021, 9, 20), dt.date(2026, 9, 11)
_MONTHS = (0.9, 1.0, 1.35, 0.95, 1.0, 1.1, 1.25, 0.65, 0.95, 1.05, 1.1, 0.7)
_WEEKDAYS = (0.9, 1.1, 1.1, 1.0, 0.8, 0.0, 0.0)
_WEDNESDAY = 2


def list_days(count: int, rng: Random) -> list[dt.date]:
    """`count` days of decision, in order; a little more in each later year."""
    span = (LAST_DAY - FIRST_DAY).days + 1
    days = [FIRST_DAY + dt.timedelta(days=number) for number in range(span)]
    return sorted(rng.choices(days, [_weight(day) for day in days], k=count))


def publication_day(decided_on: dt.date, delay: int) -> dt.date:
    """The first Wednesday after the delay: the demo publishes once a week."""
    earliest = decided_on + dt.timedelta(days=delay)
    return earliest + dt.timedelta(days=(_WEDNESDAY - earliest.weekday()) % 7)


def moment(day: dt.date, hour: int = 9, minute: int = 30) -> dt.datetime:
    """An instant of that day."""
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=dt.UTC)


def _weight(day: dt.date) -> float:
    closed = (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1)
    return 0.0 if closed else _MONTHS[day.month - 1] * _WEEKDAYS[day.weekday()] * (1 + 0.06 * (day.year - 2021))
