"""The text of a decision as components show it: sections, paragraphs with their addresses, lists, tables."""

from dataclasses import dataclass
from typing import Literal

from upheld.ui.site import Link

RunKind = Literal["", "decision", "law", "term"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row, and where they lead when they lead somewhere: to a decision, a law, the meaning of a term."""

    text: str
    href: str = ""
    kind: RunKind = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """Cells row by row, every row of one length; `head` is empty where no row heads the columns.

    `name` tells it from other tables where it has no caption. `has_stubs` says that the first cell of a row names it.
    """

    name: str
    caption: Runs
    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    has_stubs: bool = False


@dataclass(frozen=True, slots=True)
class TextItem:
    """An item of a list. `mark` is what is printed before it, `(a)`; empty for a plain bullet."""

    runs: Runs
    mark: str = ""
    items: "tuple[TextItem, ...]" = ()
    table: TextTable | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its address, `p12`. `mark` is what hangs in the margin: its number, or empty.

    `is_counted` says that the number is not the source's own.

    `printed` is what the source prints in place of the number where that differs. `former` is an address by which
    it was known before. `label` names it aloud: `Paragraph 12, printed as 3`.
    """

    address: str
    label: str
    runs: Runs
    mark: str = ""
    printed: str = ""
    former: str = ""
    items: tuple[TextItem, ...] = ()
    table: TextTable | None = None
    is_signature: bool = False
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class TextSection:
    """A heading and its paragraphs. `anchor` is its address; `depth` the heading's, from 2.

    `shown` is the heading with words marked in it, empty where none are.
    """

    heading: str | None
    anchor: str
    paragraphs: tuple[Paragraph, ...]
    depth: int = 2
    shown: str = ""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of a table of contents, with those below it."""

    link: Link
    below: "tuple[ContentsLine, ...]" = ()
    is_current: bool = False


def plain_runs(text: str) -> Runs:
    """A text that leads nowhere."""
    return (Run(text),) if text else ()
