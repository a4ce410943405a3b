"""`upheld export`."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from upheld.register.queries.record import list_given_away
from upheld.register.queries.register import is_demo


@click.command()
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of standard output.")
def export(output: Path | None) -> int:
    """Write every published decision as interchange JSON Lines, in order of reference.

    Remedies that the source of a decision did not give are read from its text; each of them says `"read": true` and at
    which paragraph. Importing the file drops those again, because a version keeps only what its source said.
    """
    if output is None:
        _write(sys.stdout.buffer)
        sys.stdout.flush()
        return 0
    if output.exists() and not output.is_file():  # a pipe or a device is written to, never replaced
        with output.open("wb") as stream:
            _write(stream)
        return 0
    _write_whole(output)
    return 0


def _write_whole(output: Path) -> None:
    """The file appears when it is complete; until then what was there before stays."""
    draft = output.with_name(f".{output.name}.part")
    try:
        with draft.open("wb") as stream:
            _write(stream)
        draft.replace(output)
    finally:
        draft.unlink(missing_ok=True)


def _write(stream: BinaryIO) -> None:
    flag = {"demo": True} if is_demo() else {}
    lines = (record.model_copy(update=flag).line().encode() + b"\n" for record in list_given_away())
    stream.writelines(lines)
