"""What the sitemap lists."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Max

from upheld.register.models import Decision, Organisation
from upheld.register.models.decision import IS_PUBLIC

PART = 10_000


def count_parts() -> int:
    """How many parts hold all decisions: each has the ids of one range, so that a decision never changes its part."""
    highest: int | None = Decision.objects.aggregate(highest=Max("pk"))["highest"]
    return -(-(highest or 0) // PART)


def list_decisions(part: int) -> Iterator[Decision]:
    """The published decisions of a part (from 1), with their places."""
    ids = {"pk__gt": (part - 1) * PART, "pk__lte": part * PART}
    rows = Decision.objects.filter(IS_PUBLIC, **ids).select_related("category", "subcategory__parent").order_by("pk")
    places = ("category__slug", "category__parent", "subcategory__slug", "subcategory__parent__slug")
    return rows.only("reference", "changed_at", *places, "subcategory__parent__parent").iterator(2_000)


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
    rows = Organisation.objects.filter(decisions__decision__state="published").order_by("slug").distinct()
    return rows.values_list("slug", flat=True).iterator()
