"""Rows by plain SQL, for what every list reads: Django takes longer to put it together than the database to answer."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import connection

from upheld.lib.rows import adapted

Value = int | str | dt.date


def select(statement: str, values: Sequence[Value]) -> list[tuple[Any, ...]]:
    """The rows. Days in them are as the database keeps them: `read_day` makes them dates."""
    given = [adapted(value) if isinstance(value, dt.date) else value for value in values]
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def read_day(value: dt.date | str | None) -> dt.date | None:
    """A day from a row. SQLite keeps days as text."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def marks(values: Sequence[Value]) -> str:
    """A place in the statement for each of the values."""
    return ", ".join(["%s"] * len(values))
