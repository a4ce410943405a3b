"""The decisions that a command is about, and how it shows what it did."""

from collections.abc import Callable, Sequence

import click

from upheld.analysis.references import Reference
from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.actions.move_state import reason_for
from upheld.register.models import Decision
from upheld.register.queries.reference import get_decision
from upheld.register.rules import blocker_for
from upheld.scheme import get_scheme

Act = Callable[..., object]

REFERENCES = click.argument("references", nargs=-1, required=True, metavar="REFERENCE…")
BY = click.option("--by", default="command line", show_default=True, help="Who does this.")
LOOKED_AT = click.option("--looked-at", is_flag=True, help="Somebody looked at the name: it shows nobody.")
_LAGS = (
    "Readers see it so: what was taken away is on no page, in no list and in no search. But the process that keeps the "
    "search up to date makes no progress, so what was put back may not be found yet. If that lasts, restart the server "
    "(`upheld serve`); `upheld check` then tells whether all is well."
)
DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would happen, and do nothing.")


def reason_option(action: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """The --reason option of an action, with the scheme's list."""
    slugs = [reason.slug for reason in get_scheme().reasons_for(action)]
    return click.option(
        "--reason", type=click.Choice(slugs), default=slugs[0], show_default=True, help="Shown in public."
    )


def find_decisions(references: Sequence[str]) -> list[Decision]:
    """The decisions with these references, typed in any way. Raises a usage error that names what is unknown."""
    found: dict[int, Decision] = {}
    for text in references:
        reference = find_reference(text)
        decision = get_decision(reference)
        if decision is None:
            raise click.UsageError(f"The register has no decision {reference.printed}")
        found[decision.pk] = decision
    return list(found.values())


def find_reference(text: str) -> Reference:
    """The reference, typed in any way, whether the register has it or not. Raises a usage error."""
    reference = get_scheme().pattern.parse(text)
    if reference is None:
        raise click.UsageError(f"“{text}” is no reference; write it like {get_scheme().reference.example}")
    return reference


def refuse_personal(runtime: Runtime, name: str, *, looked_at: bool) -> None:
    """Raises what is told where a name that everybody will read shows who a person is, and nobody looked at it."""
    found = "" if looked_at else runtime.found_in(name)
    if found:
        raise click.ClickException(
            f"“{name}” could show who a person is ({found}); nothing was changed. If somebody looked at it, and it "
            "shows nobody, give --looked-at"
        )


def carry_out(
    runtime: Runtime,
    action: str,
    act: Act,
    references: Sequence[str],
    done: str,
    *,
    by: str,
    reason: str,
    dry_run: bool,
) -> int:
    """Does `act` to the decisions, waits until it is visible everywhere, and says so. Gives the exit code."""
    decisions = find_decisions(references)
    slug = reason_for(action, reason)
    if dry_run:
        return _preview(action, decisions, done, slug)
    act([decision.pk for decision in decisions], by=by, at=now(), reason=slug)
    has_followed = runtime.follow_a_while()
    for decision in decisions:
        click.echo(f"{decision.reference} {done} ({_label(slug)})")
    say_if_it_lags(has_followed=has_followed)
    return 0


def say_if_it_lags(*, has_followed: bool) -> None:
    """Says so where readers see what was done, and what follows the journal does not answer."""
    if not has_followed:
        click.echo(_LAGS, err=True)


def _preview(action: str, decisions: Sequence[Decision], done: str, slug: str) -> int:
    code = 0
    for one in decisions:
        blocker = blocker_for(action, reference=one.reference, state=one.state, was_public=one.was_public)
        click.echo(f"would refuse: {blocker}" if blocker else f"would be {done}: {one.reference} ({_label(slug)})")
        code = 1 if blocker else code
    return code


def _label(slug: str) -> str:
    reason = get_scheme().reason(slug)
    return reason.label if reason else slug
