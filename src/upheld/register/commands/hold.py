"""`upheld hold` and `upheld release`."""

import click

from upheld.lib.runtime import Runtime
from upheld.register.actions import hold as actions
from upheld.register.commands.target import BY, DRY_RUN, REFERENCES, carry_out, reason_option


@click.command()
@REFERENCES
@reason_option("hold")
@BY
@DRY_RUN
@click.pass_obj
def hold(runtime: Runtime, references: tuple[str, ...], reason: str, by: str, *, dry_run: bool) -> int:
    """Take decisions out of sight at once: every page, list, count, search and export."""
    return carry_out(runtime, "hold", actions.hold, references, "held", by=by, reason=reason, dry_run=dry_run)


@click.command()
@REFERENCES
@reason_option("release")
@BY
@DRY_RUN
@click.pass_obj
def release(runtime: Runtime, references: tuple[str, ...], reason: str, by: str, *, dry_run: bool) -> int:
    """Put held decisions back where they were."""
    return carry_out(runtime, "release", actions.release, references, "released", by=by, reason=reason, dry_run=dry_run)
