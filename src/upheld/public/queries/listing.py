"""Decisions as entries of a list."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.public.queries.part import Part
from upheld.public.queries.rows import marks, read_day, select
from upheld.register.models.decision import PUBLISHED

_NAMES = "SELECT decision_id, name FROM register_decisionorganisation WHERE decision_id IN ({ids}) ORDER BY position"
_ENTRIES = f"""
    SELECT decision.id, decision.reference, decision.document_type, decision.outcome, decision.decided_on,
           version.summary, category.name, category.slug, subcategory.name, subcategory.slug
    FROM register_decision decision
    JOIN register_version version ON version.id = decision.version_id
    JOIN register_category category ON category.id = decision.category_id
    LEFT JOIN register_category subcategory ON subcategory.id = decision.subcategory_id
    WHERE decision.state = '{PUBLISHED}' AND decision.id IN ({{ids}})
"""  # noqa: S608 - words of ours


@dataclass(frozen=True, slots=True)
class Listed:
    """A published decision as lists show it. `organisations` are the names as printed, in order."""

    reference: str
    organisations: tuple[str, ...]
    document_type: str
    outcome: str | None
    decided_on: dt.date | None
    summary: str
    category: str
    category_slug: str
    subcategory: str | None
    subcategory_slug: str | None

    @property
    def href(self) -> str:
        """Its canonical address."""
        place = f"{self.category_slug}/{self.subcategory_slug}" if self.subcategory_slug else self.category_slug
        return f"/decisions/{place}/{self.reference.lower().replace(' ', '-')}"


def list_ids(part: Part, *, offset: int, limit: int) -> list[int]:
    """Ids of the decisions, newest first; on the same day, the higher reference first; those without a day last."""
    where, values = part.sql()
    order = "ORDER BY decided_on DESC NULLS LAST, reference_key DESC LIMIT %s OFFSET %s"
    statement = f"SELECT id FROM register_decision WHERE {where} {order}"  # noqa: S608 - words of ours
    return [pk for (pk,) in select(statement, [*values, limit, offset])]


def get_listed(ids: Sequence[int]) -> dict[int, Listed]:
    """The decisions as entries, by id. What is not published (any more) is left out."""
    if not ids:
        return {}
    names: dict[int, list[str]] = {}
    for pk, name in select(_NAMES.format(ids=marks(ids)), ids):
        names.setdefault(pk, []).append(name)
    rows = select(_ENTRIES.format(ids=marks(ids)), ids)
    return {
        pk: Listed(reference, tuple(names.get(pk, ())), kind, outcome, read_day(day), summary or "", *places)
        for pk, reference, kind, outcome, day, summary, *places in rows
    }
