"""`upheld rename-organisation` and `upheld merge-organisations`."""

import click

from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.actions import merge_organisations as merging
from upheld.register.actions import rename_organisation as renaming
from upheld.register.commands.target import BY, LOOKED_AT, refuse_personal
from upheld.register.models import Organisation
from upheld.register.queries.organisation import get_organisation


@click.command("rename-organisation")
@click.argument("slug")
@click.argument("name")
@LOOKED_AT
@BY
@click.pass_obj
def rename_organisation(runtime: Runtime, slug: str, name: str, by: str, *, looked_at: bool) -> int:
    """Give an organisation another name. Decisions keep the name they print; the old address leads to the new."""
    organisation = _find(slug)
    refuse_personal(runtime, name, looked_at=looked_at)
    renaming.rename_organisation(organisation.pk, name, by=by, at=now())
    runtime.follow()
    click.echo(f"{slug} is now called {name}")
    return 0


@click.command("merge-organisations")
@click.argument("slug")
@click.argument("into")
@BY
@click.pass_obj
def merge_organisations(runtime: Runtime, slug: str, into: str, by: str) -> int:
    """Make one organisation of two that are the same: the first goes into the second."""
    merging.merge_organisations(_find(slug).pk, _find(into).pk, by=by, at=now())
    runtime.follow()
    click.echo(f"{slug} is now part of {into}")
    return 0


def _find(slug: str) -> Organisation:
    organisation = get_organisation(slug.rsplit("/", 1)[-1])
    if organisation is None:
        raise click.UsageError(f"There is no organisation “{slug}”; give the last part of its page's address")
    return organisation
