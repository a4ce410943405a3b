"""`upheld move-category`."""

import click

from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.actions import move_category as moving
from upheld.register.commands.target import BY, LOOKED_AT, refuse_personal
from upheld.register.models import Category
from upheld.register.queries.category import get_category


@click.command("move-category")
@click.argument("category")
@click.option("--into", help="The category it moves into (for a subcategory).")
@click.option("--name", help="Its new name.")
@LOOKED_AT
@BY
@click.pass_obj
def move_category(
    runtime: Runtime, category: str, into: str | None, name: str | None, by: str, *, looked_at: bool
) -> int:
    """Move or rename a category, given as in its address: housing/homelessness. Old addresses lead to the new."""
    if not into and not name:
        raise click.UsageError("Say where it goes (--into) or what it is to be called (--name)")
    parent_id = _find(into).pk if into else None
    found = _find(category)
    refuse_personal(runtime, name or "", looked_at=looked_at)
    moving.move_category(found.pk, parent_id=parent_id, name=name, by=by, at=now())
    runtime.follow()
    click.echo(f"{category} is now at {Category.objects.select_related('parent').get(pk=found.pk).get_absolute_url()}")
    return 0


def _find(path: str) -> Category:
    slug, _, sub_slug = path.removeprefix("/decisions/").strip("/").partition("/")
    category = get_category(slug, sub_slug or None)
    if category is None:
        raise click.UsageError(f"There is no category “{path}”; write it as in its address: housing/homelessness")
    return category
