"""A document with some of its texts written anew: numbers stay with their paragraphs, and new paragraphs get theirs.

Places are named as everywhere: `summary`, `section 3 heading`, `p12`, `p12 item 2.1`. In a text that is written anew an
empty line begins a new paragraph, or in a list a new item; what is emptied goes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from upheld.analysis.document import Block, Section, Table
from upheld.analysis.paragraphs import SUMMARY, list_paragraphs
from upheld.analysis.renumbering import Numbered, next_mark, number_through
from upheld.analysis.writing.escapes import escape_cell, unescape

_PARTING = re.compile(r"\n[ \t]*\n\s*")
_CELL = re.compile(r"((?:[^\\|]|\\.|\\$)*)(?:\||$)")
_OPEN_END = re.compile(r"(?<!\\)(?:\\\\)*\|\Z")
_MENTION = re.compile(r"\bparagraphs?\s+(\d{1,4})(?:\s*(?:to|and|-|\u2013)\s*(\d{1,4}))?", re.IGNORECASE)


class AmendmentError(ValueError):
    """An amendment that cannot be made, with a sentence for the person who asked for it."""


@dataclass(frozen=True)
class Amendment:
    """What is written anew, each by its place; what is not named stays.

    `after` are paragraphs to come after the one at an address (`""`: before all), `items` what a list gets at its end,
    by the place of its paragraph or item, `headings` what is to stand above a paragraph and begin a section with it.
    `tables` are tables as `table_text` writes them. `join` is a paragraph that becomes one with the one before it.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)
    join: str = ""
    numbers_through: bool = True


@dataclass(frozen=True)
class Amended:
    """The document as it became. `moved` says which paragraph is now another: `(13, 14)` the first of them.

    `mentions` are the addresses of paragraphs whose words name a paragraph that moved.
    """

    summary: str
    sections: tuple[Section, ...]
    moved: tuple[int, int] | None = None
    mentions: tuple[str, ...] = ()


def amend(summary: str, sections: Sequence[Section], amendment: Amendment) -> Amended:
    """The document with the amendment made."""
    parts = _Amender(sections, amendment).parts()
    numbered = number_through(parts) if amendment.numbers_through else list(parts)
    made = tuple(_sections(numbered))
    new = _normal(amendment.texts[SUMMARY]) if SUMMARY in amendment.texts else summary
    moved = _first_moved(numbered)
    return Amended(new, made, moved, tuple(_mentions(made, moved[0])) if moved else ())


def texts_of(summary: str, sections: Sequence[Section]) -> dict[str, str]:
    """Every text that can be written anew, by its place, in order; tables as `table_text` writes them."""
    found = {SUMMARY: summary}
    paragraphs = iter(list_paragraphs(sections))
    for number, section in enumerate(sections, 1):
        found[f"section {number} heading"] = section.heading or ""
        for _ in section.blocks:
            paragraph = next(paragraphs)
            found.update(block_texts(paragraph.block, paragraph.address))
    return found


def block_texts(block: Block, place: str) -> Iterator[tuple[str, str]]:
    """The texts of a paragraph or item with their places, its own first."""
    yield place, block.text
    if block.table:
        yield f"table {place}", table_text(block.table)
    lead = f"{place}." if " item " in place else f"{place} item "
    for count, item in enumerate(block.items, 1):
        if isinstance(item, str):
            yield f"{lead}{count}", item
        else:
            yield from block_texts(item, f"{lead}{count}")


def table_text(table: Table) -> str:
    """The table row by row, cells parted by ` | `."""
    return "\n".join(" | ".join(escape_cell(cell) for cell in row) for row in table.rows)


def read_table(text: str, *, header: bool) -> Table:
    """The table that `table_text` wrote so."""
    return Table(rows=tuple(_cells(line) for line in text.split("\n") if line.strip()), header=header)


class _Amender:
    """Takes a document apart into its headings and paragraphs, and writes them anew."""

    def __init__(self, sections: Sequence[Section], amendment: Amendment) -> None:
        self.sections = sections
        self.wanted = amendment
        self.made: list[Numbered] = []

    def parts(self) -> list[Numbered]:
        """Headings and paragraphs in order."""
        paragraphs = iter(list_paragraphs(self.sections))
        self._add_after("")
        for number, section in enumerate(self.sections, 1):
            heading = self.wanted.texts.get(f"section {number} heading")
            text = " ".join(heading.split()) if heading is not None else section.heading
            if text or section.heading is None or number == 1:
                self.made.append(Numbered(section=section.model_copy(update={"heading": text or None, "blocks": ()})))
            for _ in section.blocks:
                paragraph = next(paragraphs)
                self._add(paragraph.block, paragraph.address, section.level)
        return self.made

    def _add(self, block: Block, address: str, level: int) -> None:
        if heading := " ".join(self.wanted.headings.get(address, "").split()):
            self.made.append(Numbered(section=Section(heading=heading, level=level)))
        first, *more = self._block(block, address)
        if first is None:
            self.made.append(Numbered(gone=block))
        elif address == self.wanted.join:
            self._join(first)
        else:
            self.made.append(Numbered(block=first, was=block))
        self.made += [Numbered(block=Block(text=text)) for text in more]
        self._add_after(address)

    def _add_after(self, address: str) -> None:
        self.made += [Numbered(block=Block(text=text)) for text in _parted(self.wanted.after.get(address, ""))]

    def _join(self, block: Block) -> None:
        before = next((one.block for one in self.made[-1:] if one.block), None)
        if before is None:
            raise AmendmentError("There is no paragraph directly before this one to join it with.")
        if before.items or before.table or block.table or before.signature or block.signature:
            raise AmendmentError("Only plain paragraphs can be joined: one of the two has a list, a table or signs.")
        text = f"{before.text.rstrip()} {block.text.lstrip()}"
        self.made[-1].block = before.model_copy(update={"text": text, "items": block.items})
        self.made.append(Numbered(gone=block))

    def _block(self, block: Block, place: str) -> tuple[Block | None, *tuple[str, ...]]:
        """The block written anew, None if nothing of it is left, and the texts of those that come after it."""
        text = self.wanted.texts.get(place)
        table = self._table(block.table, place)
        items = tuple(self._items(block, place))
        if text is None and table is block.table and items == block.items:
            return (block,)
        first, *more = (_parted(text) or [""]) if text is not None else [block.text]
        if not first and not items and table is None:
            return (None,)
        return (block.model_copy(update={"text": first, "items": items, "table": table}), *more)

    def _table(self, table: Table | None, place: str) -> Table | None:
        text = self.wanted.tables.get(place)
        if text is None or table is None:
            return table
        made = read_table(_normal(text), header=table.header)
        return made if made.rows else None

    def _items(self, block: Block, place: str) -> Iterator[str | Block]:
        lead = f"{place}." if " item " in place else f"{place} item "
        made: list[str | Block] = []
        for count, item in enumerate(block.items, 1):
            made += self._item(item, f"{lead}{count}")
        made += [_new_item(text, made) for text in _parted(self.wanted.items.get(place, ""))]
        yield from _marked(block.items, made)

    def _item(self, item: str | Block, place: str) -> Iterator[str | Block]:
        if isinstance(item, str):
            text = self.wanted.texts.get(place)
            added = _parted(self.wanted.items.get(place, ""))
            parts: list[str] = [item] if text is None else _parted(text)
            if added and parts:
                yield Block(text=parts[0], items=tuple(added))
                parts = parts[1:]
            yield from parts
            return
        first, *more = self._block(item, place)
        if first is not None:
            yield first
        yield from (Block(text=text, printed=_AGAIN) if item.printed else text for text in more)


_AGAIN = "\u2026"
"""Stands for the mark of a new item until its place in the list is known."""


def _new_item(text: str, before: Sequence[str | Block]) -> str | Block:
    marked = any(isinstance(one, Block) and one.printed for one in before)
    return Block(text=text, printed=_AGAIN) if marked else text


def _marked(before: Sequence[str | Block], items: Sequence[str | Block]) -> Iterator[str | Block]:
    """The items with their marks in order, where any came or went; otherwise as they are."""
    marks = [one.printed for one in items if isinstance(one, Block)]
    if len(items) == len(before) and _AGAIN not in marks:
        yield from items
        return
    was = [one.printed for one in before if isinstance(one, Block) and one.printed]
    mark = was[0] if was else None
    for item in items:
        if isinstance(item, Block) and item.printed and mark:
            yield item.model_copy(update={"printed": mark})
            mark = next_mark(mark)
        elif isinstance(item, Block) and item.printed == _AGAIN:
            yield item.text
        else:
            yield item


def _sections(parts: Sequence[Numbered]) -> Iterator[Section]:
    section: Section | None = None
    blocks: list[Block] = []
    for part in parts:
        if part.section is not None:
            if section is not None or blocks:
                yield _with(section, blocks)
            section, blocks = part.section, []
        elif part.block is not None:
            blocks.append(part.block)
    if section is not None or blocks:
        yield _with(section, blocks)


def _with(section: Section | None, blocks: Sequence[Block]) -> Section:
    return (section or Section()).model_copy(update={"blocks": tuple(blocks)})


def _first_moved(parts: Sequence[Numbered]) -> tuple[int, int] | None:
    for one in parts:
        if one.was and one.block and one.was.number is not None and one.was.number != one.block.number:
            return one.was.number, one.block.number or 0
    return None


def _mentions(sections: Sequence[Section], moved: int) -> Iterator[str]:
    for paragraph in list_paragraphs(sections):
        texts = (text for _, text in block_texts(paragraph.block, paragraph.address))
        numbers = (int(one) for text in texts for found in _MENTION.finditer(text) for one in found.groups() if one)
        if any(number >= moved for number in numbers):
            yield paragraph.address


def _parted(text: str) -> list[str]:
    return [part for part in (part.strip() for part in _PARTING.split(_normal(text))) if part]


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _cells(line: str) -> tuple[str, ...]:
    cells = _CELL.findall(line)
    cells = cells if _OPEN_END.search(line) else cells[:-1]
    return tuple(unescape(cell.strip(" ")) for cell in cells)
