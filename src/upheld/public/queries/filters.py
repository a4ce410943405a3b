"""The names of what a search can be narrowed to."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from upheld.register.models import DecisionOrganisation, Organisation
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.former_address import get_new_addresses
from upheld.register.queries.place import list_shown


def name_categories() -> tuple[dict[str, str], dict[str, str]]:
    """The shown categories by slug, and subcategories by `category/subcategory`, in order of name, `Other…` last."""
    ordered = list_shown()
    top = {one.pk: one.slug for one in ordered if one.parent is None}
    names = {one.slug: one.name for one in ordered if one.parent is None}
    below = {f"{top[one.parent]}/{one.slug}": one.name for one in ordered if one.parent in top}
    return names, below


def name_organisations(slugs: Collection[str]) -> dict[str, str]:
    """The names of the organisations with these slugs; of those that no list and no published decision names, none."""
    decisions = DecisionOrganisation.objects.filter(organisation=OuterRef("pk"), decision__state=PUBLISHED)
    rows = Organisation.objects.filter(Q(known=True) | Exists(decisions), slug__in=slugs)
    return dict(rows.values_list("slug", "name"))


def name_kinds() -> dict[str, str]:
    """The kinds of organisations, by slug."""
    rows = Organisation.objects.exclude(kind="").order_by("kind_name").values_list("kind", "kind_name")
    return dict(rows.distinct())


def find_present_slugs(field: str, values: Collection[str]) -> dict[str, str]:
    """Where former slugs of organisations, categories and subcategories (`category/subcategory`) lead today."""
    folder = "/organisations/" if field == "organisation" else "/decisions/"
    found = get_new_addresses([folder + value for value in values])
    return {path.removeprefix(folder): new.removeprefix(folder) for path, new in found.items()}
