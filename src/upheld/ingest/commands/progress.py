"""How an import shows where it is: a bar on a terminal, plain lines in a pipe."""

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from upheld.ingest.plan import NOT_IN
from upheld.ingest.report import LISTED, Line

_EVERY = 10_000


class Progress:
    """Prints the lines that are told, and how far the reading is."""

    def __init__(self, size: int, *, quiet: bool, as_json: bool) -> None:
        self._quiet, self._as_json = quiet, as_json
        self._count = self._told = 0
        console = Console(stderr=True, highlight=False)
        shown = console.is_terminal and not quiet and size > 0
        columns = (TextColumn("{task.fields[count]:>10,}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
        self._bar = Bar(*columns, console=console, transient=True) if shown else None
        self._task = self._bar.add_task("", total=size, count=0) if self._bar else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def start_again(self) -> None:
        """The same files are read a second time."""
        self._count = 0

    def tell(self, lines: Sequence[Line], read: int) -> None:
        """Shows a batch."""
        before, self._count = self._count, self._count + len(lines)
        for line in lines:
            if line.is_told and not self._as_json and (line.result in NOT_IN or not self._quiet):
                self._print(line)
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=read, count=self._count)
        elif not self._quiet and before // _EVERY < self._count // _EVERY:
            click.echo(f"{self._count:,} read", err=True)

    def _print(self, line: Line) -> None:
        self._told += 1
        if self._told <= LISTED:
            text = str(line)
            if self._bar and sys.stdout.isatty():
                self._bar.console.file.write("\r\x1b[2K")
            click.echo(text)
            for part in line.difference_lines():
                click.echo(f"    {part}")
        elif self._told == LISTED + 1:
            click.echo(f"More than {LISTED:,} lines like these; from here on they are only counted.")
