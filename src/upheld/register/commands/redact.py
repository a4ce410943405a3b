"""`upheld redact`."""

import click

from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.actions import redact as actions
from upheld.register.actions.erase import erase_traces, erasing
from upheld.register.commands.target import BY, DRY_RUN, find_decisions, reason_option
from upheld.register.content import prepare
from upheld.register.difference_lines import difference_lines
from upheld.register.differences import compare_contents, said_by, said_in
from upheld.register.models import Decision
from upheld.register.queries.mentions import list_mentions
from upheld.scheme import get_scheme

_MOST = 200  # passages: whoever redacts looks at every place


@click.command()
@click.argument("reference")
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option("--with", "replacement", default="[removed]", show_default=True, help="What stands in their place.")
@reason_option("redact")
@BY
@DRY_RUN
@click.pass_obj
def redact(
    runtime: Runtime, reference: str, words: tuple[str, ...], *, replacement: str, reason: str, by: str, dry_run: bool
) -> int:
    """Erase words from a decision: from its text, its earlier versions, the index and every file kept here.

    Words are found in any case and spacing, with or without accents. Put words that belong together in quotes:
    "Jane Doe".
    """
    [decision] = find_decisions([reference])
    planned = actions.plan_redaction(decision.pk, words, replacement)
    if dry_run:
        _say(planned, "would be")
        _show(planned, decision)
        return 0
    with erasing():
        plan = actions.redact(decision.pk, words, replacement, by=by, at=now(), reason=reason)
        runtime.follow()
        erase_traces()
    _say(plan, "are")
    _say_where_else(decision.pk, words)
    return 0


def _say(plan: actions.Redaction, verb: str) -> None:
    text = "the present text changes, " if plan.record else "the present text does not hold the words, "
    numbers = ", ".join(map(str, plan.erased)) or "none"
    click.echo(f"{plan.reference}: {text}versions that {verb} erased: {numbers}")


def _show(plan: actions.Redaction, decision: Decision) -> None:
    """The places in the present text, before and after."""
    if plan.record is None:
        return
    fresh = said_in(prepare(plan.record, get_scheme()))
    for line in difference_lines(compare_contents(said_by(decision.version), fresh), _MOST):
        click.echo(f"  {line}")
    if plan.record.source_url != (decision.source_url or None):
        click.echo("  source address: taken away, because it spells the words")
    if list(plan.record.related) != decision.related:
        click.echo(f"  related: [-{', '.join(decision.related)}-] {{+{', '.join(plan.record.related)}+}}")


def _say_where_else(decision_id: int, words: tuple[str, ...]) -> None:
    """Openness cannot be recalled: say at once where the same words still stand."""
    mentions = list_mentions(words, but=decision_id)
    if mentions:
        others = f"{len(mentions)} other decision{'s' if len(mentions) > 1 else ''}"
        click.echo(f"The same words stand in {others}: {', '.join(mentions[:20])}", err=True)
    click.echo("Backups made before now still hold the words: make a new one and destroy those.", err=True)
