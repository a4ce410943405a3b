"""`upheld synonyms`: the words that mean the same to a search."""

from pathlib import Path

import click

from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.lib.text import UncleanTextError
from upheld.register.rules import OvertakenError
from upheld.search.actions.change_synonyms import change_synonyms
from upheld.search.language.synonyms import SynonymsError, read_groups
from upheld.search.queries.synonyms import get_synonyms


@click.command()
@click.option("--export", "to", type=click.Path(dir_okay=False, path_type=Path), help="Write the list into this file.")
@click.option(
    "--import", "source", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Put this file in force."
)
@click.option("--by", default="", help="Who changes the list; needed with --import.")
@click.pass_obj
def synonyms(runtime: Runtime, to: Path | None, source: Path | None, by: str) -> int:
    """Print the words that mean the same to a search, write them into a file, or put those of a file in force."""
    if to and source:
        raise click.UsageError("Choose --export or --import")
    if source:
        return _import(runtime, source, by)
    text = get_synonyms().text
    if to:
        to.write_text(text, encoding="utf-8")
    click.echo(f"Wrote {_groups(text)} to {to}" if to else text, nl=bool(to))
    return 0


def _import(runtime: Runtime, source: Path, by: str) -> int:
    if not by.strip():
        raise click.UsageError("Say who does this: --by “name”")
    try:
        text = source.read_text(encoding="utf-8-sig")
        change_synonyms(text, seen=get_synonyms().number, by=by, at=now())
    except (UnicodeDecodeError, UncleanTextError) as error:
        raise click.UsageError(f"{source} cannot be read as text: {error}") from error
    except OvertakenError as error:
        raise click.ClickException(str(error)) from error
    except SynonymsError as error:
        for fault in error.faults:
            click.echo(f"{source}, line {fault.line}: {fault.message}", err=True)
        return 1
    runtime.follow()
    click.echo(f"Searches now use {_groups(text)} of words that mean the same")
    return 0


def _groups(text: str) -> str:
    number = len(read_groups(text)[0])
    return f"{number:,} group{'' if number == 1 else 's'}"
