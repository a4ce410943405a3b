"""The text of a decision as components show it: every paragraph and section with its address."""

from collections.abc import Sequence
from itertools import groupby

from upheld.analysis import paragraphs as numbered
from upheld.analysis.document import Block, Section, Table
from upheld.public.pages.links import PLAIN, Linker
from upheld.ui.site import Link
from upheld.ui.text import ContentsLine, Paragraph, TextItem, TextSection, TextTable

COUNTED = "¶"
"""What stands before a number that is not the source's own."""

_LONGEST_MARK = 7  # characters that hang in the margin


def make_sections(sections: Sequence[Section], linker: Linker = PLAIN) -> tuple[TextSection, ...]:
    """The sections with the addresses by which they and their paragraphs are cited everywhere."""
    addresses, levels = numbered.section_addresses(sections), numbered.heading_levels(sections)
    found = _paragraphs(sections, linker)
    return tuple(
        TextSection(section.heading or None, addresses[place], found.get(place, ()), levels[place] + 1)
        for place, section in enumerate(sections)
    )


def make_contents(sections: Sequence[TextSection], lead: str = "") -> tuple[ContentsLine, ...]:
    """The table of contents: headings, and those one step below. `lead` is the page they stand on, if another."""
    chapters: list[tuple[Link, list[ContentsLine]]] = []
    for section in sections:
        if not section.heading or section.depth > 3:
            continue
        link = Link(section.heading, f"{lead}#{section.anchor}")
        if section.depth == 2 or not chapters:
            chapters.append((link, []))
        else:
            chapters[-1][1].append(ContentsLine(link))
    return tuple(ContentsLine(link, tuple(below)) for link, below in chapters)


def count_words(sections: Sequence[Section]) -> int:
    """How many words the text has, tables and lists included."""
    return sum(_words(block) for section in sections for block in section.blocks)


def _paragraphs(sections: Sequence[Section], linker: Linker) -> dict[int, tuple[Paragraph, ...]]:
    taken: set[str] = set()
    found = groupby(numbered.list_paragraphs(sections), key=lambda one: one.section)
    return {place: tuple(_paragraph(one, linker, taken) for one in group) for place, group in found}


def _paragraph(given: numbered.Paragraph, linker: Linker, taken: set[str]) -> Paragraph:
    block, printed, mark = given.block, given.printed, _mark(given)
    return Paragraph(
        address=given.address,
        label=_label(given, mark),
        runs=linker.runs(block.text),
        mark=mark,
        printed=printed if printed != mark else "",
        is_counted=mark.startswith(COUNTED),
        former=_former(block, taken),
        items=tuple(_item(item, linker) for item in block.items),
        table=_table(block, linker, f"Table in paragraph {given.address[1:]}") if block.table else None,
        is_signature=block.signature,
    )


def _mark(given: numbered.Paragraph) -> str:
    """Its number, or what is printed instead; `¶3` where nothing is and paragraphs are counted to have an address."""
    if given.number is not None:
        return str(given.number)
    if given.printed:
        return given.printed if len(given.printed) <= _LONGEST_MARK else ""
    return f"{COUNTED}{given.address[1:]}" if given.address[1:].isdigit() else ""


def _label(given: numbered.Paragraph, mark: str) -> str:
    """What is said of a paragraph where its mark cannot be seen."""
    if given.number is not None:
        return f"Paragraph {given.number}, printed as {given.printed}" if given.printed else f"Paragraph {given.number}"
    if mark.startswith(COUNTED):
        return f"Paragraph {mark.removeprefix(COUNTED)}, counted"
    return f"Paragraph {mark}" if mark else f"Paragraph without a number, {given.address}"


def _former(block: Block, taken: set[str]) -> str:
    """The address that the first paragraph with this number had before paragraphs were numbered through."""
    former = f"paragraph-{block.number}" if block.number is not None else ""
    if not former or former in taken:
        return ""
    taken.add(former)
    return former


def _item(item: "str | Block", linker: Linker) -> TextItem:
    if isinstance(item, str):
        return TextItem(linker.runs(item))
    return TextItem(
        runs=() if item.table else linker.runs(item.text),
        mark=item.printed or (f"{item.number}." if item.number is not None else ""),
        items=tuple(_item(one, linker) for one in item.items),
        table=_table(item, linker, "Table in this list") if item.table else None,
    )


def _table(block: Block, linker: Linker, name: str) -> TextTable:
    given = block.table or Table(rows=())
    wide = max((len(row) for row in given.rows), default=0)
    rows = tuple(row + ("",) * (wide - len(row)) for row in given.rows)
    head, body = (rows[0], rows[1:]) if given.header and rows else ((), rows)
    stubs = bool(head) and wide > 1 and all(row[0].strip() for row in body)
    cells = tuple(tuple(linker.runs(cell) for cell in row) for row in body)
    return TextTable(block.text or name, linker.runs(block.text), head, cells, stubs)


def _words(block: Block) -> int:
    cells = [cell for row in block.table.rows for cell in row] if block.table else []
    inner = sum(len(item.split()) if isinstance(item, str) else _words(item) for item in block.items)
    return len(block.text.split()) + sum(len(cell.split()) for cell in cells) + inner
