"""Counts of published decisions. Each is a plain COUNT(*) over a part of an index, many in one statement."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import DateField, Exists, Func, IntegerField, OuterRef, Q, Value

from upheld.register.models import Category, Decision, DecisionOrganisation, Organisation
from upheld.register.models.decision import IS_PUBLIC, PUBLISHED

Key = TypeVar("Key")
_SLICE = 200  # SQLite joins at most 500 statements by UNION ALL


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


def count_each(conditions: Mapping[Key, Q]) -> dict[Key, int]:
    """How many published decisions meet each of the conditions."""
    keys = list(conditions)
    counted: dict[Key, int] = {}
    for start in range(0, len(keys), _SLICE):
        queries = [
            Decision.objects.filter(IS_PUBLIC, conditions[key])
            .order_by()
            .annotate(place=Value(number), number=_rows())
            .values_list("place", "number")
            for number, key in enumerate(keys[start : start + _SLICE], start)
        ]
        counted |= {keys[place]: number for place, number in queries[0].union(*queries[1:], all=True)}
    return {key: counted.get(key, 0) for key in keys}


def get_days(conditions: Mapping[Key, Q]) -> dict[Key, Days]:
    """The days of decision that the published decisions meeting each condition span."""
    keys, ends = list(conditions), ("MIN", "MAX")
    queries = [
        Decision.objects.filter(IS_PUBLIC, conditions[key])
        .order_by()
        .annotate(place=Value(2 * number + last), day=Func("decided_on", function=end, output_field=DateField()))
        .values_list("place", "day")
        for number, key in enumerate(keys)
        for last, end in enumerate(ends)
    ]
    found = dict(queries[0].union(*queries[1:], all=True))
    return {key: Days(found.get(2 * number), found.get(2 * number + 1)) for number, key in enumerate(keys)}


def span(days: Iterable[Days]) -> Days:
    """The days from the earliest first to the latest last."""
    known = list(days)
    return Days(
        min((one.first for one in known if one.first), default=None),
        max((one.last for one in known if one.last), default=None),
    )


def in_year(year: int) -> Q:
    """Decided in this calendar year."""
    return Q(decided_on__range=(dt.date(year, 1, 1), dt.date(year, 12, 31)))


def list_places(parent_id: int | None) -> tuple[Place, ...]:
    """The categories, or the subcategories of one, by name, `Other…` last."""
    rows = Category.objects.filter(parent=parent_id).values_list("pk", "name", "slug")
    return tuple(sorted((Place(*row) for row in rows), key=_other_last))


def count_organisations() -> int:
    """How many organisations have a published decision."""
    decisions = DecisionOrganisation.objects.filter(organisation=OuterRef("pk"), decision__state=PUBLISHED)
    return Organisation.objects.filter(Exists(decisions)).count()


def _rows() -> Func:
    """Not Django's Count: that would group, and grouping walks the index in a way ten times as slow."""
    return Func(template="COUNT(*)", output_field=IntegerField())


def _other_last(place: Place) -> tuple[bool, str]:
    return place.name.lower().startswith("other"), place.name
