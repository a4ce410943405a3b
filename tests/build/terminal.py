"""Commands run in this process, as somebody at a terminal meets them."""

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner, Result

from upheld.lib.runtime import Runtime


def run(command: click.Command, *arguments: object, folder: Path | None = None) -> Result:
    """What the command answers; it follows nothing."""
    runtime = Runtime(folder or Path(), follow=lambda: None, prepare=lambda: None, following=nullcontext)
    return CliRunner().invoke(command, list(map(str, arguments)), obj=runtime, standalone_mode=False)


def answer(command: click.Command, *arguments: object) -> Any:
    """What it prints, read as JSON."""
    return json.loads(run(command, *arguments).output)
