"""Decisions as entries of a list."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from upheld.register.models import Decision, DecisionOrganisation
from upheld.register.models.decision import IS_PUBLIC

NEWEST_FIRST = (F("decided_on").desc(nulls_last=True), F("reference_key").desc())
_COLUMNS = (
    "pk", "reference", "document_type", "outcome", "decided_on", "version__summary",
    "category__name", "category__slug", "subcategory__name", "subcategory__slug",
)  # fmt: skip


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


def list_ids(where: Q, *, offset: int, limit: int) -> list[int]:
    """Ids of published decisions, newest first; on the same day, the higher reference first."""
    rows = Decision.objects.filter(IS_PUBLIC & where).order_by(*NEWEST_FIRST)
    return list(rows.values_list("pk", flat=True)[offset : offset + limit])


def get_listed(ids: Sequence[int]) -> dict[int, Listed]:
    """The decisions as entries, by id. What is not published (any more) is left out."""
    if not ids:
        return {}
    names: dict[int, list[str]] = {}
    bodies = DecisionOrganisation.objects.filter(decision_id__in=ids).order_by("decision_id", "position")
    for pk, name in bodies.values_list("decision_id", "name"):
        names.setdefault(pk, []).append(name)
    rows: QuerySet[Decision, Mapping[str, Any]] = Decision.objects.filter(IS_PUBLIC, pk__in=ids).values(*_COLUMNS)
    return {row["pk"]: _listed(row, tuple(names.get(row["pk"], ()))) for row in rows}


def _listed(row: Mapping[str, Any], names: tuple[str, ...]) -> Listed:
    return Listed(
        reference=row["reference"],
        organisations=names,
        document_type=row["document_type"],
        outcome=row["outcome"],
        decided_on=row["decided_on"],
        summary=row["version__summary"] or "",
        category=row["category__name"],
        category_slug=row["category__slug"],
        subcategory=row["subcategory__name"],
        subcategory_slug=row["subcategory__slug"],
    )
