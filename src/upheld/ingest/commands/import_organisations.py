"""`upheld import-organisations`."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from upheld.editorial.actions.gate import found_in_name
from upheld.ingest.report import printable
from upheld.ingest.sources.authorities import NotAListError, read_bodies, shared_names
from upheld.ingest.sources.lines import decode
from upheld.lib.clock import now
from upheld.lib.runtime import Runtime
from upheld.register.actions.add_organisations import Body, add_organisations

_MOST_BYTES = 64 * 1024 * 1024
_SHOWN = 20


@click.command("import-organisations")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--looked-at", is_flag=True, help="Somebody looked at the names: they show nobody.")
@click.option("--by", default="command line", show_default=True, help="Who does this.")
@click.option("--json", "as_json", is_flag=True, help="Give the report as JSON on standard output.")
@click.pass_obj
def import_organisations(runtime: Runtime, file: Path, by: str, *, looked_at: bool, as_json: bool) -> int:
    """Take in a list of organisations as CSV: names, kinds, codes, dates, successors. A second time changes nothing."""
    bodies, refusals = read_bodies(_text(file), str(file))
    if not bodies and not refusals:
        raise NotAListError(f"{file} lists no bodies")
    if not looked_at:
        _refuse_personal(bodies)
    done = add_organisations(bodies, by=by, at=now())
    if done.added or done.updated:
        runtime.follow()
    shared = shared_names(bodies)
    counts = {"added": len(done.added), "updated": len(done.updated), "unchanged": done.unchanged}
    if as_json:
        refused = [{"line": one.place.line, "reason": one.reason} for one in refusals]
        click.echo(json.dumps({**counts, "refused": refused, "shared_names": shared}, ensure_ascii=False))
        return 1 if refusals else 0
    for refusal in refusals:
        click.echo(printable(f"{refusal.place}: refused: {refusal.reason}"))
    if shared:
        click.echo(printable(f"Names that several go by, so that they match none: {'; '.join(shared[:_SHOWN])}"))
    click.echo(f"Organisations: {', '.join(f'{count:,} {word}' for word, count in counts.items())}.")
    return 1 if refusals else 0


def _refuse_personal(bodies: Sequence[Body]) -> None:
    """Other names are not looked at: nobody is shown them, and lists are full of how places are spelt in haste."""
    found = [f"“{body.name}” ({what})" for body in bodies if (what := found_in_name(body.name))]
    if found:
        more = f" … and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else ""
        raise click.ClickException(
            printable(
                f"Names that could show who a person is: {'; '.join(found[:_SHOWN])}{more}. Nothing was taken in. If "
                "somebody looked at them, and they show nobody, give --looked-at"
            )
        )


def _text(file: Path) -> str:
    if file.stat().st_size > _MOST_BYTES:
        raise NotAListError(f"{file} is larger than {_MOST_BYTES // 1024 // 1024} MB; no list of bodies is")
    return decode(file.read_bytes())
