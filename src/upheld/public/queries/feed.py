"""What a feed reads of decisions."""

from collections.abc import Sequence

from upheld.register.models import Decision, DecisionOrganisation
from upheld.register.models.decision import EMBARGOED, IS_PUBLIC

MOST_REMOVED = 100


def list_feed(ids: Sequence[int]) -> list[tuple[Decision, list[str]]]:
    """Those of the decisions that are published, in the order of `ids`, with the names of their organisations."""
    rows = Decision.objects.select_related("version", "category", "subcategory__parent").filter(IS_PUBLIC)
    found, names = rows.in_bulk(list(ids)), dict[int, list[str]]()
    named = DecisionOrganisation.objects.filter(decision__in=ids).order_by("position")
    for pk, name in named.values_list("decision_id", "name"):
        names.setdefault(pk, []).append(name)
    return [(found[pk], names.get(pk, [])) for pk in ids if pk in found]


def list_removed() -> list[Decision]:
    """The decisions that were removed last: those that readers could once read."""
    rows = Decision.objects.exclude(IS_PUBLIC).exclude(state=EMBARGOED).filter(held_until__isnull=True)
    return list(rows.order_by("-state_at", "reference_key")[:MOST_REMOVED])
