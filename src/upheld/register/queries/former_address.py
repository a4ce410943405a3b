"""Reads of addresses that once led somewhere."""

from upheld.register.models import FormerAddress


def get_new_address(path: str) -> str | None:
    """Where a former address of a category or organisation leads now; None when it never was one."""
    rows = FormerAddress.objects.select_related("category__parent", "organisation").filter(path=path)
    former = rows.first()
    target = (former.category or former.organisation) if former else None
    return target.get_absolute_url() if target else None
