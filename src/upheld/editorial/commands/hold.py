"""`upheld hold` and `upheld release`."""

import click

from upheld.editorial.actions import hold as actions
from upheld.editorial.actions.send_mail import send_due
from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.commands.target import BY, DRY_RUN, REFERENCES, carry_out, find_decisions, reason_option


@click.command()
@REFERENCES
@reason_option("hold")
@BY
@DRY_RUN
@click.pass_obj
def hold(runtime: Runtime, references: tuple[str, ...], reason: str, by: str, *, dry_run: bool) -> int:
    """Take decisions out of sight at once: every page, list, count, search and export. Others are told by mail."""
    code = carry_out(runtime, "hold", actions.hold, references, "held", by=by, reason=reason, dry_run=dry_run)
    if not dry_run:
        send_due(at=now())
    return code


@click.command()
@REFERENCES
@reason_option("release")
@BY
@DRY_RUN
@click.pass_obj
def release(runtime: Runtime, references: tuple[str, ...], reason: str, by: str, *, dry_run: bool) -> int:
    """Put held decisions back where they were. One with an open review stays held until the review is closed."""
    code = carry_out(runtime, "release", actions.release, references, "released", by=by, reason=reason, dry_run=dry_run)
    for one in [] if dry_run else find_decisions(references):
        if one.state == "held":
            click.echo(
                f"{one.reference} stays held: a review is open (upheld review {one.reference} --close)", err=True
            )
    return code
