"""What a decision's page reads."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from upheld.analysis.references import Reference
from upheld.register.models import Decision, DecisionOrganisation, DecisionReference, Version
from upheld.register.models.decision import PUBLISHED


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the decision prints it, what it is called today, and who took over from it."""

    printed: str
    name: str
    slug: str
    ended_on: dt.date | None
    successor: str | None
    successor_slug: str | None


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version without its text."""

    number: int
    change: str
    reason: str
    made_at: dt.datetime
    erased_at: dt.datetime | None

    @property
    def is_erased(self) -> bool:
        """Whether its text is gone."""
        return self.erased_at is not None


def list_bodies(decision_id: int) -> tuple[Body, ...]:
    """The bodies of a decision, in its order."""
    rows = DecisionOrganisation.objects.filter(decision=decision_id).order_by("position")
    columns = ("name", "organisation__name", "organisation__slug", "organisation__end_on")
    successor = ("organisation__successor__name", "organisation__successor__slug")
    return tuple(Body(*row) for row in rows.values_list(*columns, *successor))


def list_versions(decision_id: int) -> tuple[VersionLine, ...]:
    """Every version, the newest first."""
    rows = Version.objects.filter(decision=decision_id).order_by("-number")
    found = rows.values_list("number", "change", "reason", "made_at", "erased_at")
    return tuple(VersionLine(*row) for row in found)


def get_version(decision_id: int, number: int) -> Version | None:
    """A version with its text; None when the decision never had it."""
    return Version.objects.filter(decision=decision_id, number=number).first()


def list_published(references: Sequence[Reference]) -> dict[tuple[str, str], Decision]:
    """The published decisions among those that have these references: by (key, suffix)."""
    if not references:
        return {}
    rows = DecisionReference.objects.filter(key__in={one.key for one in references}, decision__state=PUBLISHED)
    found = rows.select_related("decision__category", "decision__subcategory__parent")
    return {(row.key, row.suffix): row.decision for row in found}


def list_same_number(key: str) -> tuple[Decision, ...]:
    """Published decisions with this number, whatever their letter."""
    rows = Decision.objects.filter(Q(references__key=key), state=PUBLISHED).order_by("reference_key")
    return tuple(rows.select_related("category", "subcategory__parent")[:20])
