"""Categories and subcategories in which something can be read; of any other nobody learns, not even its name.

They are plain SQL: with the state written out the database looks into the index of what is published, and no further.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from upheld.register.models.decision import PUBLISHED

_HOLDS = f"EXISTS (SELECT 1 FROM register_decision WHERE state = '{PUBLISHED}' AND {{column}} = place.id)"  # noqa: S608 - words of ours
_SHOWN = (
    f"(parent_id IS NULL AND {_HOLDS.format(column='category_id')}"
    f" OR parent_id IS NOT NULL AND {_HOLDS.format(column='subcategory_id')})"
)
_PLACES = f"SELECT id, parent_id, name, slug FROM register_category place WHERE {_SHOWN}"  # noqa: S608 - words of ours


@dataclass(frozen=True, slots=True)
class Place:
    """A category, or a subcategory of `parent`."""

    pk: int
    parent: int | None
    name: str
    slug: str


def list_shown() -> tuple[Place, ...]:
    """Every category and subcategory that has a published decision, by name, `Other…` last."""
    return tuple(sorted(_select(_PLACES), key=_other_last))


def list_places(parent_id: int | None) -> tuple[Place, ...]:
    """The shown categories, or the shown subcategories of one, by name, `Other…` last."""
    return tuple(place for place in list_shown() if place.parent == parent_id)


def is_shown(pk: int) -> bool:
    """Whether the category or subcategory has a published decision."""
    return bool(_select(f"{_PLACES} AND place.id = %s", [pk]))


def _select(statement: str, values: Sequence[int] = ()) -> list[Place]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return [Place(*row) for row in cursor.fetchall()]


def _other_last(place: Place) -> tuple[bool, str]:
    return place.name.lower().startswith("other"), place.name
