"""Reads of saved views."""

from collections.abc import Sequence

from django.db.models import Q

from upheld.editorial.models import SavedView


def list_views(person: str) -> Sequence[SavedView]:
    """The person's own views and those that others share, by name; their own first."""
    rows = list(SavedView.objects.filter(Q(owner=person) | Q(is_shared=True)).order_by("name", "pk"))
    return sorted(rows, key=lambda view: view.owner != person)
