"""Moves a subcategory to another category, or gives a category another name; old addresses go on leading there."""

import datetime as dt

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.slugs import slugify
from upheld.lib.text import clean
from upheld.register.models import Category, Decision, FormerAddress


class CannotMoveError(ValueError):
    """A category cannot be moved there."""


def move_category(
    category_id: int, *, by: str, at: dt.datetime, parent_id: int | None = None, name: str | None = None
) -> int:
    """Moves and/or renames the category. Gives the journal's head afterwards.

    Raises CannotMoveError or UncleanTextError.
    """
    with writing():
        category = Category.objects.select_related("parent").get(pk=category_id)
        before = _addresses(category)
        _place(category, parent_id, name)
        _check(category)
        category.save()
        Decision.objects.filter(subcategory=category).update(category_id=category.parent_id or category.pk)
        for path, moved in before.items():
            FormerAddress.objects.update_or_create(path=path, defaults={"category": moved, "organisation": None})
        FormerAddress.objects.filter(path__in=_addresses(category)).delete()
        return append([NewEntry("category.moved", "category", category_id)], by=by, at=at)


def _addresses(category: Category) -> dict[str, Category]:
    children = Category.objects.select_related("parent").filter(parent=category)
    return {one.get_absolute_url(): one for one in (category, *children)}


def _place(category: Category, parent_id: int | None, name: str | None) -> None:
    if name is not None:
        category.name, category.slug = " ".join(clean(name).split()), slugify(name)
    if parent_id is not None:
        if category.parent_id is None:
            raise CannotMoveError(f"“{category.name}” is no subcategory, so it cannot be moved into another category")
        category.parent = Category.objects.get(pk=parent_id)


def _check(category: Category) -> None:
    parent = category.parent
    if not category.slug:
        raise CannotMoveError("A name needs at least one letter or digit")
    if parent and parent.parent_id:
        raise CannotMoveError(f"“{parent.name}” is a subcategory; choose a category")
    if Category.objects.filter(parent=parent, slug=category.slug).exclude(pk=category.pk).exists():
        raise CannotMoveError(f"There is a “{category.name}” already")
