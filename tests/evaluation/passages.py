"""The labelled passages: what they say and what is to be read in them.

A file holds passages, a blank line between them. `# Agreed action` is the heading under which the next ones stand
(`# summary` for summaries). Lines are paragraphs; `- ` begins an item of a list, `-- ` one of a list within it. `= ` is
a remedy to be read: its kind and status, and where it has them its sum (`£200/month`), for whom (`@others`) and within
how many days (`28d`); `= none` says that there is none. A passage whose lines hold headings (`## Agreed action`) is a
whole document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from upheld.analysis.document import Block, Section
from upheld.analysis.remedies import read_remedies
from upheld.analysis.remedy import Remedy

FOLDER = Path(__file__).parent / "remedies"
_LABEL = re.compile(
    r"= (?P<kind>[a-z-]+) (?P<status>[a-z-]+)(?: £(?P<sum>[\d.,]+)(?:/(?P<per>\w+))?)?"
    r"(?: @(?P<whom>\w+))?(?: (?P<days>\d+)d)?"
)
_FOR_EVERYONE = ("training", "procedure")


@dataclass(frozen=True, slots=True)
class Label:
    """A remedy as people label it."""

    kind: str
    status: str
    pence: int | None
    per: str | None
    whom: str | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, where it stands, and the labels people gave it."""

    place: str
    summary: str
    sections: tuple[Section, ...]
    labels: tuple[Label, ...]

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return " / ".join(filter(None, (self.summary, *_lines(self.sections))))

    def read(self) -> tuple[Label, ...]:
        """What is read in it."""
        return tuple(label_of(one) for one in read_remedies(self.summary, self.sections))


def label_of(remedy: Remedy) -> Label:
    """A remedy as a label."""
    return Label(remedy.kind, remedy.status, remedy.pence, remedy.per, remedy.for_, remedy.within_days)


def load_passages(folder: str) -> list[Passage]:
    """The passages of one folder of the labelled set."""
    return [one for path in sorted((FOLDER / folder).glob("*.txt")) for one in _passages(path)]


def _passages(path: Path) -> Iterator[Passage]:
    heading = "Agreed action"
    text = re.sub(r"^(# .*)\n(?!\n)", r"\1\n\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for part in re.split(r"\n\s*\n", text):
        lines = [line for line in part.split("\n") if line.strip()]
        if len(lines) == 1 and lines[0].startswith("# "):
            heading = lines[0][2:].strip().removeprefix("report: ")
        elif lines:
            yield _passage(f"{path.parent.name}/{path.stem}", heading, lines)


def _passage(place: str, heading: str, lines: Sequence[str]) -> Passage:
    labels = tuple(_label(line) for line in lines if line.startswith("= ") and line != "= none")
    said = [line for line in lines if not line.startswith("= ")]
    if heading == "summary" and not any(line.startswith("## ") for line in said):
        return Passage(place, " ".join(said), (), labels)
    if said[0].startswith("Summary: "):
        return Passage(place, said[0].removeprefix("Summary: "), tuple(_sections("", said[1:])), labels)
    return Passage(place, "", tuple(_sections(heading, said)), labels)


def _sections(heading: str, lines: Sequence[str]) -> Iterator[Section]:
    held: list[str] = []
    for line in lines:
        if line.startswith("## "):
            if held:
                yield Section(heading=heading, blocks=_blocks(held))
            heading, held = line[3:], []
        else:
            held.append(line)
    if held:
        yield Section(heading=heading, blocks=_blocks(held))


def _blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    blocks: list[tuple[str, list[tuple[str, list[str]]]]] = []
    for line in lines:
        if line.startswith("-- "):
            blocks[-1][1][-1][1].append(line[3:])
        elif found := re.match(r"(?:- |\([a-z]\) |[ivx]+\) )(.*)", line):
            blocks[-1][1].append((found[1], []))
        else:
            blocks.append((line, []))
    return tuple(Block(text=text, items=tuple(_item(*item) for item in items)) for text, items in blocks)


def _item(text: str, items: list[str]) -> str | Block:
    return Block(text=text, items=tuple(items)) if items else text


def _label(line: str) -> Label:
    found = _LABEL.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"this is no label: {line}")
    pence = round(float(found["sum"].replace(",", "")) * 100) if found["sum"] else None
    whom = found["whom"] or ("service" if found["kind"] in _FOR_EVERYONE else "complainant")
    return Label(
        found["kind"], found["status"], pence, found["per"], whom, int(found["days"]) if found["days"] else None
    )


def _lines(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        for block in section.blocks:
            yield from _block_lines(block)


def _block_lines(block: Block) -> Iterator[str]:
    yield block.text
    for item in block.items:
        yield from [item] if isinstance(item, str) else _block_lines(item)
