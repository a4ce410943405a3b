"""Counts of published decisions, and the days they span: many in one statement, each from a part of an index.

They are plain SQL. Grouping walks an index in a way ten times as slow as counting its parts, and Django takes longer to
put thirty conditions together than the database to count by them.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db import connection
from django.db.models import Exists, OuterRef

from upheld.lib.rows import adapted
from upheld.public.queries.part import Part
from upheld.register.models import Category, Decision, DecisionOrganisation, Organisation
from upheld.register.models.decision import PUBLISHED

Key = TypeVar("Key")
_SLICE = 100  # SQLite joins at most 500 statements by UNION ALL


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of decision of some decisions; None when none of them has a day."""

    first: dt.date | None
    last: dt.date | None

    @property
    def years(self) -> tuple[int, ...]:
        """Every calendar year from the last day back to the first."""
        return tuple(range(self.last.year, self.first.year - 1, -1)) if self.first and self.last else ()


@dataclass(frozen=True, slots=True)
class Place:
    """A category or subcategory."""

    pk: int
    name: str
    slug: str


def count_each(parts: Mapping[Key, Part]) -> dict[Key, int]:
    """How many published decisions each part holds."""
    return {key: int(str(found[0])) for key, found in _select(["COUNT(*)"], parts).items()}


def get_days(parts: Mapping[Key, Part]) -> dict[Key, Days]:
    """The days of decision that the published decisions of each part span."""
    firsts, lasts = _select(["MIN(decided_on)"], parts), _select(["MAX(decided_on)"], parts)
    return {key: Days(_day(firsts[key][0]), _day(lasts[key][0])) for key in parts}


def span(days: Iterable[Days]) -> Days:
    """The days from the earliest first to the latest last."""
    known = list(days)
    return Days(
        min((one.first for one in known if one.first), default=None),
        max((one.last for one in known if one.last), default=None),
    )


def list_places(parent_id: int | None) -> tuple[Place, ...]:
    """The categories, or the subcategories of one, by name, `Other…` last."""
    rows = Category.objects.filter(parent=parent_id).values_list("pk", "name", "slug")
    return tuple(sorted((Place(*row) for row in rows), key=_other_last))


def count_organisations() -> int:
    """How many organisations have a published decision."""
    decisions = DecisionOrganisation.objects.filter(organisation=OuterRef("pk"), decision__state=PUBLISHED)
    return Organisation.objects.filter(Exists(decisions)).count()


def _select(columns: Sequence[str], parts: Mapping[Key, Part]) -> dict[Key, tuple[object, ...]]:
    keys, found = list(parts), {}
    table = connection.ops.quote_name(Decision._meta.db_table)
    with connection.cursor() as cursor:
        for start in range(0, len(keys), _SLICE):
            statements, values = [], []
            for number, key in enumerate(keys[start : start + _SLICE], start):
                where, given = parts[key].sql()
                select = f"SELECT {number}, {', '.join(columns)} FROM {table} WHERE {where}"  # noqa: S608 - words of ours
                statements.append(select)
                values += [adapted(value) if isinstance(value, dt.date) else value for value in given]
            cursor.execute(" UNION ALL ".join(statements), values)
            found |= {keys[number]: tuple(rest) for number, *rest in cursor.fetchall()}
    return found


def _day(value: object) -> dt.date | None:
    """SQLite keeps days as text."""
    if value is None or isinstance(value, dt.date):
        return value
    return dt.date.fromisoformat(str(value))


def _other_last(place: Place) -> tuple[bool, str]:
    return place.name.lower().startswith("other"), place.name
