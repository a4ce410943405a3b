"""What the sitemap lists."""

import datetime as dt
from collections.abc import Iterator
from itertools import starmap
from typing import NamedTuple

from django.db.models import Exists, Max, OuterRef

from upheld.register.models import Decision, DecisionOrganisation, Organisation
from upheld.register.models.decision import IS_PUBLIC, PUBLISHED

PART = 10_000


class ListedAddress(NamedTuple):
    """Where a decision is, in slugs, and when it was last changed."""

    reference: str
    category: str
    subcategory: str | None
    changed_at: dt.datetime

    @property
    def path(self) -> str:
        """Its canonical address."""
        place = f"{self.category}/{self.subcategory}" if self.subcategory else self.category
        return f"/decisions/{place}/{self.reference.lower().replace(' ', '-')}"


def count_parts() -> int:
    """How many parts hold all decisions: each has the ids of one range, so that a decision never changes its part."""
    highest: int | None = Decision.objects.aggregate(highest=Max("pk"))["highest"]
    return -(-(highest or 0) // PART)


def list_decisions(part: int) -> Iterator[ListedAddress]:
    """The published decisions of a part (from 1)."""
    ids = {"pk__gt": (part - 1) * PART, "pk__lte": part * PART}
    rows = Decision.objects.filter(IS_PUBLIC, **ids).order_by("pk")
    columns = ("reference", "category__slug", "subcategory__slug", "changed_at")
    return starmap(ListedAddress, rows.values_list(*columns).iterator(2_000))


def list_changed() -> dict[int, dt.datetime]:
    """When each part was last changed."""
    found: dict[int, dt.datetime] = {}
    for part in range(1, count_parts() + 1):
        ids = {"pk__gt": (part - 1) * PART, "pk__lte": part * PART}
        changed = Decision.objects.filter(IS_PUBLIC, **ids).aggregate(at=Max("changed_at"))["at"]
        if changed is not None:
            found[part] = changed
    return found


def list_organisations() -> Iterator[str]:
    """The slugs of all organisations with a published decision."""
    decisions = DecisionOrganisation.objects.filter(organisation=OuterRef("pk"), decision__state=PUBLISHED)
    return Organisation.objects.filter(Exists(decisions)).order_by("slug").values_list("slug", flat=True).iterator()
