"""`upheld show`."""

import json

import click

from upheld.lib.runtime import Runtime
from upheld.register.commands.target import find_decisions
from upheld.register.models import Version
from upheld.register.showing import show_data, show_lines, text_lines


@click.command()
@click.argument("reference")
@click.option("--version", "number", type=int, help="What an earlier version says, by its number.")
@click.option("--text", "with_text", is_flag=True, help="The whole text too.")
@click.option("--json", "as_json", is_flag=True, help="All of it as JSON.")
@click.pass_obj
def show(_: Runtime, reference: str, *, number: int | None, with_text: bool, as_json: bool) -> int:
    """Show a decision and its history: facts, what was put right, versions, journal. Held and withdrawn ones too."""
    [decision] = find_decisions([reference])
    version = Version.objects.filter(decision=decision, number=number or decision.version_number).first()
    if version is None:
        raise click.UsageError(f"{decision.reference} has no version {number}; it stands at {decision.version_number}")
    if as_json:
        click.echo(json.dumps(show_data(decision, version), ensure_ascii=False, indent=2))
        return 0
    lines = [*show_lines(decision, version), *(text_lines(version) if with_text else ())]
    click.echo("\n".join(lines))
    return 0
