"""`upheld review`."""

import click

from upheld.editorial.actions.open_review import KINDS, close_review, open_review
from upheld.editorial.queries.holds import list_reviews_of_reference
from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.commands.target import BY, find_reference, say_if_it_lags
from upheld.register.queries.reference import get_decision


@click.command()
@click.argument("reference")
@click.option("--open/--close", "opens", required=True, help="Open a review, or close it.")
@click.option("--kind", type=click.Choice(list(KINDS)), default="review", show_default=True, help="court: at court.")
@BY
@click.pass_obj
def review(runtime: Runtime, reference: str, kind: str, by: str, *, opens: bool) -> int:
    """Say that a decision is under review, or no more: while it is, the decision is held, with its own date.

    REFERENCE may be of a case that has not been taken in yet.
    """
    known = find_reference(reference)
    name = KINDS[kind].lower()
    if opens:
        open_review(known, kind, by=by, at=now())
        has_followed = runtime.follow_a_while()
        click.echo(f"{known.printed}: {name} opened; {_state(reference)}")
        say_if_it_lags(has_followed=has_followed)
        return 0
    found = [one for one in list_reviews_of_reference(known.key + known.suffix) if one.kind == kind]
    if not found:
        raise click.UsageError(f"{known.printed} has no {name} open")
    close_review(found[0].pk, by=by, at=now())
    has_followed = runtime.follow_a_while()
    click.echo(f"{known.printed}: {name} closed; {_state(reference)}")
    say_if_it_lags(has_followed=has_followed)
    return 0


def _state(reference: str) -> str:
    decision = get_decision(find_reference(reference))
    return f"the decision is {decision.state}" if decision else "the register does not have it yet"
