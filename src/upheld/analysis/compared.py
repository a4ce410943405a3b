"""A document as passages to be compared: its summary, headings, paragraphs, items, and the rows of its tables."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from upheld.analysis.difference import Passage
from upheld.analysis.document import Block, Section, Table
from upheld.analysis.paragraphs import SUMMARY, Paragraph, list_paragraphs, section_addresses

HEADING, ROW = "heading", "row"
_BETWEEN_CELLS = " | "


def list_passages(summary: str, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """Every passage in order, with the address of the paragraph or section it is in. A summary may have several."""
    return (*_summary(summary), *_sections(sections))


def _summary(summary: str) -> Iterator[Passage]:
    for text in summary.split("\n"):
        if text.strip():
            yield Passage(text.strip(), SUMMARY, SUMMARY)


def _sections(sections: Sequence[Section]) -> Iterator[Passage]:
    paragraphs = {place: list(found) for place, found in groupby(list_paragraphs(sections), attrgetter("section"))}
    for place, (section, address) in enumerate(zip(sections, section_addresses(sections), strict=True)):
        if section.heading:
            yield Passage(section.heading, HEADING, address)
        for paragraph in paragraphs.get(place, ()):
            yield from _paragraph(paragraph)


def _paragraph(paragraph: Paragraph) -> Iterator[Passage]:
    mark = str(paragraph.number) if paragraph.number is not None else paragraph.printed
    yield from _block(paragraph.block, paragraph.address, mark)


def _block(block: Block, address: str, mark: str) -> Iterator[Passage]:
    if block.text:
        yield Passage(block.text, "text", address, mark)
    if block.table:
        yield from _rows(block.table, address)
    for item in block.items:
        if isinstance(item, str):
            yield Passage(item, "text", address)
        else:
            yield from _block(item, address, item.printed or (str(item.number) if item.number is not None else ""))


def _rows(table: Table, address: str) -> Iterator[Passage]:
    for row in table.rows:
        yield Passage(_BETWEEN_CELLS.join(row), ROW, address)
