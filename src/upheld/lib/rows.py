"""Many rows at once, without an object for each."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection, models


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Inserts `rows`, each the values of `columns` (column names, `organisation_id`), in their order."""
    quote = connection.ops.quote_name
    places = ", ".join(["%s"] * len(columns))
    names = ", ".join(map(quote, columns))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"  # noqa: S608 - names of ours
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))


def adapted(value: dt.datetime | dt.date | None) -> Any:
    """The value as the database keeps it."""
    if value is None:
        return None
    adapt: Callable[[Any], Any] = connection.ops.adapt_datefield_value
    if isinstance(value, dt.datetime):
        adapt = connection.ops.adapt_datetimefield_value
    return adapt(value)
