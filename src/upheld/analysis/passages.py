"""Every string of a document with the address it stands at: what is searched for law and for other decisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.analysis.document import Block, Section
from upheld.analysis.paragraphs import SUMMARY, list_paragraphs, section_addresses


@dataclass(frozen=True, slots=True)
class Passage:
    """One string of a document.

    `at` is the address of its paragraph, of its section for a heading, or `summary`. `path` leads from the paragraph
    to the string: `()` is its own text, `(0,)` its first item, `(0, 2)` the third item within that. `cell` is the row
    and column of a table's cell.
    """

    at: str
    text: str
    path: tuple[int, ...] = ()
    cell: tuple[int, int] | None = None


def list_passages(summary: str, sections: Sequence[Section]) -> Iterator[Passage]:
    """The summary, then every heading, paragraph, item and cell in the order of the text. Empty ones are left out."""
    if summary:
        yield Passage(SUMMARY, summary)
    headings = section_addresses(sections)
    shown = -1
    for paragraph in list_paragraphs(sections):
        for place in range(shown + 1, paragraph.section + 1):
            yield from _heading(sections[place], headings[place])
        shown = paragraph.section
        yield from _block(paragraph.block, paragraph.address, ())
    for place in range(shown + 1, len(sections)):
        yield from _heading(sections[place], headings[place])


def _heading(section: Section, address: str) -> Iterator[Passage]:
    if section.heading:
        yield Passage(address, section.heading)


def _block(block: Block, address: str, path: tuple[int, ...]) -> Iterator[Passage]:
    if block.text:
        yield Passage(address, block.text, path)
    for place, item in enumerate(block.items):
        if isinstance(item, Block):
            yield from _block(item, address, (*path, place))
        elif item:
            yield Passage(address, item, (*path, place))
    if block.table is not None:
        for row, cells in enumerate(block.table.rows):
            for column, text in enumerate(cells):
                if text:
                    yield Passage(address, text, path, (row, column))
