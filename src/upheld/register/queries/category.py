"""Reads of categories."""

from collections.abc import Sequence

from upheld.register.models import Category, FormerAddress


def list_places() -> dict[tuple[str, str | None], tuple[int, int | None]]:
    """Every category and subcategory, former ones too: their slugs to their ids."""
    rows = list(Category.objects.values_list("id", "slug", "parent_id"))
    slugs = {pk: slug for pk, slug, _ in rows}
    parents: dict[int, int | None] = {pk: parent for pk, _, parent in rows}
    former = FormerAddress.objects.filter(category__isnull=False).values_list("path", "category_id")
    places = {}
    for path, pk in former:
        slug, _, sub_slug = path.removeprefix("/decisions/").partition("/")
        places[slug, sub_slug or None] = _place(pk, parents)
    for pk, slug, parent in rows:
        places[(slugs[parent], slug) if parent else (slug, None)] = _place(pk, parents)
    return places


def list_categories() -> Sequence[Category]:
    """Every category and subcategory, by name, `Other…` last."""
    rows = Category.objects.select_related("parent")
    return sorted(rows, key=lambda category: (category.name.lower().startswith("other"), category.name))


def get_category(slug: str, sub_slug: str | None = None) -> Category | None:
    """The category at this address; None if there is none."""
    rows = Category.objects.select_related("parent")
    if sub_slug is None:
        return rows.filter(parent=None, slug=slug).first()
    return rows.filter(parent__slug=slug, parent__parent=None, slug=sub_slug).first()


def _place(pk: int | None, parents: dict[int, int | None]) -> tuple[int, int | None]:
    parent = parents[pk] if pk else None
    return (parent, pk) if parent else (pk or 0, None)
