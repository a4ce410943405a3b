"""`upheld redact`."""

import click

from upheld.editorial.actions import redact as actions
from upheld.editorial.actions.send_mail import send_due
from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.actions import redact as register
from upheld.register.actions.erase import erase_traces, erasing
from upheld.register.commands.target import BY, DRY_RUN, find_decisions, reason_option
from upheld.register.content import prepare
from upheld.register.difference_lines import difference_lines
from upheld.register.differences import compare_contents, said_by, said_in
from upheld.register.models import Decision
from upheld.scheme import get_scheme

_UNCHANGED = "the present text does not hold the words, "
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
    """Erase words from a decision: text, earlier versions, drafts, reports, the index and every file kept here.

    Words are found in any case and spacing, with or without accents. Put words that belong together in quotes:
    "Jane Doe".
    """
    [decision] = find_decisions([reference])
    planned = actions.plan_redaction(decision.pk, words, replacement)
    if dry_run:
        _say(planned, "would be")
        _show(planned.decision, decision)
        _say_where_else(planned)
        return 0
    with erasing():
        plan = actions.redact(decision.pk, words, replacement, by=by, at=now(), reason=reason)
        runtime.follow()
        erase_traces()
    _say(plan, "are")
    _say_where_else(plan)
    click.echo("Backups made before now still hold the words: make a new one and destroy those.", err=True)
    send_due(at=now())
    return 0


def _say(plan: actions.Redaction, verb: str) -> None:
    text = "the present text changes, " if plan.decision and plan.decision.record else _UNCHANGED
    numbers = ", ".join(map(str, plan.decision.erased if plan.decision else ())) or "none"
    click.echo(f"{plan.reference}: {text}versions that {verb} erased: {numbers}")
    if plan.kept:
        counted = ", ".join(f"{count} {name}" for name, count in plan.kept.items())
        click.echo(f"{plan.reference}: in what the desk keeps, the words {verb} taken out of: {counted}")


def _show(plan: register.Redaction | None, decision: Decision) -> None:
    """The places in the present text, before and after."""
    if plan is None or plan.record is None:
        return
    fresh = said_in(prepare(plan.record, get_scheme()))
    for line in difference_lines(compare_contents(said_by(decision.version), fresh), _MOST):
        click.echo(f"  {line}")
    if plan.record.source_url != (decision.source_url or None):
        click.echo("  source address: taken away, because it spells the words")
    if list(plan.record.related) != decision.related:
        click.echo(f"  related: [-{', '.join(decision.related)}-] {{+{', '.join(plan.record.related)}+}}")


def _say_where_else(plan: actions.Redaction) -> None:
    """Openness cannot be recalled: say at once where the same words still stand."""
    for noun, names in (("decision", plan.elsewhere), ("draft", plan.drafts_elsewhere)):
        if names:
            others = f"{len(names)} other {noun}{'s' if len(names) > 1 else ''}"
            click.echo(f"The same words stand in {others}: {', '.join(names[:20])}", err=True)
