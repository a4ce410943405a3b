"""`upheld withdraw` and `upheld restore`."""

import click

from upheld.editorial.actions import withdraw as actions
from upheld.lib.runtime import Runtime
from upheld.register.commands.target import BY, DRY_RUN, REFERENCES, carry_out, reason_option


@click.command()
@REFERENCES
@reason_option("withdraw")
@BY
@DRY_RUN
@click.pass_obj
def withdraw(runtime: Runtime, references: tuple[str, ...], reason: str, by: str, *, dry_run: bool) -> int:
    """Withdraw decisions: their addresses answer 410 with date and reason."""
    return carry_out(
        runtime, "withdraw", actions.withdraw, references, "withdrawn", by=by, reason=reason, dry_run=dry_run
    )


@click.command()
@REFERENCES
@reason_option("restore")
@BY
@DRY_RUN
@click.pass_obj
def restore(runtime: Runtime, references: tuple[str, ...], reason: str, by: str, *, dry_run: bool) -> int:
    """Publish withdrawn decisions again."""
    return carry_out(runtime, "restore", actions.restore, references, "restored", by=by, reason=reason, dry_run=dry_run)
