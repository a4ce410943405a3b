"""A part of the register: which published decisions are listed or counted."""

import datetime as dt
from dataclasses import dataclass, replace

from upheld.public.queries.rows import Value, marks
from upheld.register.models.decision import PUBLISHED

_OF_BODY = "id IN (SELECT decision_id FROM register_decisionorganisation WHERE organisation_id = %s)"


@dataclass(frozen=True, slots=True)
class Part:
    """Published decisions in any of the places, of any of the types, of the body, decided in the year.

    What is empty is no condition. A decision that names a body twice is in its part once.
    """

    categories: tuple[int, ...] = ()
    subcategories: tuple[int, ...] = ()
    types: tuple[str, ...] = ()
    organisation: int | None = None
    year: int | None = None
    dated: bool = True

    def of_types(self, *types: str) -> "Part":
        """Those of these types."""
        return replace(self, types=types)

    def in_year(self, year: int | None) -> "Part":
        """Those of the year; all when it is None."""
        return replace(self, year=year)

    def without_day(self) -> "Part":
        """Those whose day of decision is not known."""
        return replace(self, dated=False)

    def sql(self) -> tuple[str, list[Value]]:
        """The condition in SQL, and its values. With the state written out the database knows which index fits."""
        parts, values = [f"state = '{PUBLISHED}'"], list[Value]()
        for column, chosen in self._columns():
            parts.append(f"{column} IN ({marks(chosen)})" if len(chosen) > 1 else f"{column} = %s")
            values += chosen
        if self.organisation is not None:
            parts.append(_OF_BODY)
            values.append(self.organisation)
        if self.year is not None:
            parts.append("decided_on BETWEEN %s AND %s")
            values += (dt.date(self.year, 1, 1), dt.date(self.year, 12, 31))
        if not self.dated:
            parts.append("decided_on IS NULL")
        return " AND ".join(parts), values

    def _columns(self) -> list[tuple[str, tuple[Value, ...]]]:
        columns: list[tuple[str, tuple[Value, ...]]] = [
            ("category_id", self.categories),
            ("subcategory_id", self.subcategories),
            ("document_type", self.types),
        ]
        return [(column, values) for column, values in columns if values]
