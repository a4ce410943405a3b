"""Which decisions must be indexed again after journal entries."""

from collections.abc import Sequence

from django.db.models import Q

from upheld.journal.models import Entry
from upheld.register.models import Decision, DecisionOrganisation


def affected_ids(entries: Sequence[Entry]) -> list[int]:
    """The ids of decisions whose documents the entries may have changed, each once, in order of id."""
    ids = {entry.subject_id for entry in entries if entry.subject == "decision" and entry.subject_id is not None}
    ids |= _of_organisations(_changed("organisation", entries))
    ids |= _of_categories(_changed("category", entries))
    return sorted(ids)


def _changed(subject: str, entries: Sequence[Entry]) -> set[int]:
    """The subjects that changed, and those that an entry's data name; one that was only added has no decisions yet."""
    changed: set[int] = set()
    for entry in entries:
        if entry.subject == subject and not entry.kind.endswith(".added") and entry.subject_id is not None:
            changed |= {entry.subject_id, *(value for value in entry.data.values() if type(value) is int)}
    return changed


def _of_organisations(ids: set[int]) -> set[int]:
    if not ids:
        return set()
    rows = DecisionOrganisation.objects.filter(organisation__in=ids)
    return set(rows.values_list("decision_id", flat=True).iterator(5_000))


def _of_categories(ids: set[int]) -> set[int]:
    if not ids:
        return set()
    rows = Decision.objects.filter(Q(category__in=ids) | Q(subcategory__in=ids))
    return set(rows.values_list("pk", flat=True).iterator(5_000))
