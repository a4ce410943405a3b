"""`upheld examine`."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from upheld.analysis.identifiers import KINDS, Finding
from upheld.editorial.queries.knowledge import find_knowledge
from upheld.ingest.commands.import_ import check_paths
from upheld.ingest.examining import Looked, look_through
from upheld.ingest.files import File, find_files, put_aside
from upheld.ingest.found import Reading, Refusal
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.report import printable
from upheld.scheme import get_scheme

_AROUND = 40
_BAR = {True: "bold red", False: "bold yellow"}
_SURE = 0.75


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, help="Give the findings as one JSON list on standard output.")
def examine(paths: tuple[str, ...], *, as_json: bool) -> int:
    """Look through files for what shows who a person is, without taking them in.

    PATH is a file of any format that import reads, any other text, a folder, or - for standard input. What the register
    knows, its bodies and the words of its published decisions, is not told again; where there is no register, none is
    made. Exit 0 if nothing was found, 1 if something was, 2 if some file was not understood and nothing found.
    """
    check_paths(paths)
    files, problems = find_files(paths)
    with ExitStack() as stack:
        kept = stack.enter_context(put_aside(files, Path(tempfile.gettempdir()))) if "-" in paths else files
        counts = _tell_json(kept, problems) if as_json else _tell(kept, problems)
    findings, refused = counts
    return 1 if findings else 2 if refused else 0


def _everything(files: list[File], problems: list[Refusal]) -> Iterator[Looked | Refusal]:
    scheme = get_scheme()
    reading = Reading("", Vocabulary.of(scheme), source_address=scheme.texts.source_address or "")
    yield from problems
    yield from look_through(files, reading, find_knowledge())


def _tell_json(files: list[File], problems: list[Refusal]) -> tuple[int, int]:
    """One list, written while it is made: however many decisions, one is in memory."""
    findings = refused = 0
    click.echo("[", nl=False)
    for one in _everything(files, problems):
        if isinstance(one, Refusal):
            refused += 1
            _complain(one)
            continue
        for finding in one.findings:
            comma = "," if findings else ""
            click.echo(f"{comma}\n{json.dumps(_data(one, finding), ensure_ascii=False)}", nl=False)
            findings += 1
    click.echo("\n]" if findings else "]")
    return findings, refused


def _tell(files: list[File], problems: list[Refusal]) -> tuple[int, int]:
    console = Console(highlight=False, soft_wrap=False)
    looked = found = refused = with_findings = 0
    for one in _everything(files, problems):
        if isinstance(one, Refusal):
            refused += 1
            _complain(one)
            continue
        looked += 1
        with_findings += bool(one.findings)
        found += len(one.findings)
        if one.findings:
            console.print(_table(one))
    texts = "1 text" if looked == 1 else f"{looked:,} texts"
    if found:
        click.echo(f"{found:,} findings in {with_findings:,} of {texts}.")
    else:
        click.echo(f"Nothing found in {texts}.")
    return found, refused


def _table(one: Looked) -> Table:
    count = "1 finding" if len(one.findings) == 1 else f"{len(one.findings):,} findings"
    title = Text(printable(f"{one.reference} ({one.place}): {count}"), style="bold")
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for name in ("Where", "What", "Words", "Why", "Write instead"):
        table.add_column(name, overflow="fold")
    texts = {part.where: part.text for part in one.parts}
    for finding in one.findings:
        label = KINDS[finding.kind].label if finding.kind in KINDS else finding.kind
        table.add_row(
            Text(printable(finding.where)), f"{label} ({finding.sure:.0%} sure)",
            _context(finding, texts[finding.where]), Text(printable(finding.why)), Text(printable(finding.instead)),
        )  # fmt: skip
    return table


def _context(finding: Finding, text: str) -> Text:
    end = finding.start + len(finding.words)
    before, after = text[max(0, finding.start - _AROUND) : finding.start], text[end : end + _AROUND]
    shown = Text(printable(" ".join(before.split()) + " " * before[-1:].isspace()))
    shown.append(printable(" ".join(finding.words.split())), style=_BAR[finding.sure >= _SURE])
    return shown.append(printable(" " * after[:1].isspace() + " ".join(after.split())))


def _data(one: Looked, finding: Finding) -> dict[str, Any]:
    return {
        "reference": one.reference,
        "where": finding.where,
        "start": finding.start,
        "words": finding.words,
        "kind": finding.kind,
        "sure": finding.sure,
        "why": finding.why,
        "instead": finding.instead,
        "file": one.place.file,
        "line": one.place.line,
    }


def _complain(refusal: Refusal) -> None:
    click.echo(printable(f"Not understood: {refusal}"), err=True)
