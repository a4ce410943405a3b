"""Reads of addresses that once led somewhere."""

from collections.abc import Collection

from upheld.register.models import DecisionOrganisation, FormerAddress, Organisation
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.place import is_shown


def get_new_address(path: str) -> str | None:
    """Where a former address of a category or organisation leads now; None when it never was one.

    Nor is it one while nothing can be read there: what it is called now would tell of what is held back.
    """
    return get_new_addresses([path]).get(path)


def get_new_addresses(paths: Collection[str]) -> dict[str, str]:
    """The same of several, by path; those that are none are left out."""
    rows = FormerAddress.objects.select_related("category__parent", "organisation").filter(path__in=list(paths))
    return {row.path: new for row in rows if (new := _present(row))}


def _present(former: FormerAddress) -> str:
    if former.category:
        return former.category.get_absolute_url() if is_shown(former.category.pk) else ""
    body = former.organisation
    return body.get_absolute_url() if body and _has_page(body) else ""


def _has_page(body: Organisation) -> bool:
    """Whether it is on a public list, has a successor or a published decision: readers learn of no other."""
    if body.known or body.successor_id is not None:
        return True
    return DecisionOrganisation.objects.filter(organisation=body.pk, decision__state=PUBLISHED).exists()
