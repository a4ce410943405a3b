"""Finds the categories that records name, and makes those that are new."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.journal.actions.append import NewEntry, append
from upheld.lib.slugs import slugify
from upheld.register.models import Category
from upheld.register.queries.category import list_places
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

Place = tuple[str, str | None]


@dataclass(frozen=True)
class Places:
    """Where records belong: their names' slugs to category and subcategory ids."""

    ids: dict[Place, tuple[int, int | None]]

    def of(self, record: DecisionRecord) -> tuple[int, int | None]:
        """The ids of the record's category and subcategory."""
        return self.ids[place_of(record)]


def place_of(record: DecisionRecord) -> Place:
    """The slugs of the record's category and subcategory."""
    return slugify(record.category), slugify(record.subcategory) if record.subcategory else None


def place_categories(records: Sequence[DecisionRecord], *, by: str, at: dt.datetime) -> Places:
    """The places of the records, inside `writing()`. New categories are added and entered in the journal."""
    wanted = {place_of(record): record for record in records}
    known = list_places()
    for place, record in wanted.items():
        if place not in known:
            _add(record, place, known, by=by, at=at)
    return Places(known)


def _add(
    record: DecisionRecord, place: Place, known: dict[Place, tuple[int, int | None]], *, by: str, at: dt.datetime
) -> None:
    slug, sub_slug = place
    scheme = get_scheme()
    if (slug, None) not in known:
        name = scheme.category_name(slug) or record.category
        known[slug, None] = (_make(name, slug, None, by=by, at=at), None)
    parent_id = known[slug, None][0]
    if sub_slug is not None and record.subcategory is not None and place not in known:
        name = scheme.category_name(slug, sub_slug) or record.subcategory
        known[place] = (parent_id, _make(name, sub_slug, parent_id, by=by, at=at))


def _make(name: str, slug: str, parent_id: int | None, *, by: str, at: dt.datetime) -> int:
    category = Category.objects.create(name=name, slug=slug, parent_id=parent_id)
    append([NewEntry("category.added", "category", category.pk)], by=by, at=at)
    return category.pk
