"""A part of the register: which published decisions are listed or counted."""

import datetime as dt
from dataclasses import dataclass, replace

from django.db.models import Q

from upheld.register.models.decision import IS_PUBLIC, PUBLISHED

Value = int | str | dt.date


@dataclass(frozen=True, slots=True)
class Part:
    """Published decisions in any of the places, of any of the types, decided in the year; empty is no condition."""

    categories: tuple[int, ...] = ()
    subcategories: tuple[int, ...] = ()
    types: tuple[str, ...] = ()
    year: int | None = None

    def of_types(self, *types: str) -> "Part":
        """Those of these types."""
        return replace(self, types=types)

    def in_year(self, year: int | None) -> "Part":
        """Those of the year; all when it is None."""
        return replace(self, year=year)

    def where(self) -> Q:
        """The condition for Django."""
        where = IS_PUBLIC
        for column, values in self._columns():
            where &= Q((column, values[0])) if len(values) == 1 else Q((f"{column}__in", values))
        return where & Q(decided_on__range=days_of(self.year)) if self.year is not None else where

    def sql(self) -> tuple[str, list[Value]]:
        """The condition in SQL, and its values. With the state written out the database knows which index fits."""
        parts, values = [f"state = '{PUBLISHED}'"], list[Value]()
        for column, chosen in self._columns():
            parts.append(f"{column} IN ({', '.join(['%s'] * len(chosen))})" if len(chosen) > 1 else f"{column} = %s")
            values += chosen
        if self.year is not None:
            parts.append("decided_on BETWEEN %s AND %s")
            values += days_of(self.year)
        return " AND ".join(parts), values

    def _columns(self) -> list[tuple[str, tuple[Value, ...]]]:
        columns: list[tuple[str, tuple[Value, ...]]] = [
            ("category_id", self.categories),
            ("subcategory_id", self.subcategories),
            ("document_type", self.types),
        ]
        return [(column, values) for column, values in columns if values]


def days_of(year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a calendar year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)
