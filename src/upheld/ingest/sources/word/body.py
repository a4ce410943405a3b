"""The body of a document as pieces of its text, in the order in which it is read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from upheld.analysis.labels import is_label
from upheld.analysis.marks import split_mark
from upheld.analysis.pieces import Piece
from upheld.ingest.sources.word import remarks
from upheld.ingest.sources.word.numbering import Numbered, Numbering
from upheld.ingest.sources.word.ooxml import MC, PARAGRAPH, TABLE, Element, W, alternative, child, is_element, value
from upheld.ingest.sources.word.places import Places
from upheld.ingest.sources.word.remarks import Remarks
from upheld.ingest.sources.word.styles import Styles
from upheld.ingest.sources.word.tables import Cell, Grid, read_grid
from upheld.ingest.sources.word.text import Line, ParagraphText, TextReader, control_remark, refuse_foreign

_LONGEST_HEADING = 200
_LONGEST_LOOK_ALIKE = 120
_NO_HEADING_ENDS = tuple(".;,")
_LONG = 80
_LAYOUT_CELL = 1_500
_CONTENTS = re.compile(r"(?:table of )?contents\s*:?|list of (?:tables|figures)\s*:?|index", re.IGNORECASE)
_LEGAL = re.compile(r"\d+(?:\.\d+)+[.)]?")
_TABBED = re.compile(r"(?!o\t)(\d{1,3}|\(?(?:[a-z]|[ivx]{2,5})\)?|[A-Z])\t+(?=\S)")


@dataclass
class Body:
    """Reads blocks one after the other; what is read is in `pieces`."""

    styles: Styles
    numbering: Numbering
    text: TextReader
    places: Places
    told: Remarks

    def __post_init__(self) -> None:
        self.pieces: list[Piece] = []
        self._drop_cap = ""

    def read(self, container: Element, *, contents: bool = False) -> None:
        """The blocks of an element that holds blocks: the body, a cell, a text box."""
        for one in container:
            refuse_foreign(one)
            if one.tag == PARAGRAPH:
                self._paragraph(one, contents=contents)
            elif one.tag == TABLE:
                self._table(one)
            elif one.tag == W + "sdt":
                self._control(one, contents=contents)
            elif one.tag == MC + "AlternateContent":
                branch = alternative(one)
                if branch is not None:
                    self.read(branch, contents=contents)
            elif is_element(one) and one.tag not in {W + "sectPr", W + "tcPr", W + "del", W + "moveFrom"}:
                self.read(one, contents=contents)

    def _control(self, control: Element, *, contents: bool) -> None:
        remark = control_remark(control)
        if remark:
            self.told.add(remark, partial(self.places.spot, control))
            self.text.leave_out(control)
            return
        gallery = value(child(control, "sdtPr", "docPartObj", "docPartGallery"))
        inner = child(control, "sdtContent")
        if inner is not None:
            self.read(inner, contents=contents or "table of contents" in gallery.lower())

    def _paragraph(self, paragraph: Element, *, contents: bool) -> None:
        properties = child(paragraph, "pPr")
        read = self.text.read(paragraph)
        numbered = self.numbering.next(properties) if read.text or not read.hidden else None
        if read.text and value(child(properties, "framePr"), "dropCap") not in {"", "none"}:
            self._drop_cap += read.text
            return
        if read.text:
            read.lines[0].parts.insert(0, self._drop_cap)
            self._drop_cap = ""
            line = max(0, self.places.number(paragraph))
            level = self.styles.heading_level(properties)
            if contents or read.is_contents:
                self._contents_line(Piece("furniture", read.text, line=line))
            else:
                self.pieces += _pieces(read, level, numbered, line)
        for box in read.boxes:
            self.read(box)

    def _contents_line(self, piece: Piece) -> None:
        """A line of a table of contents, and with the first the heading over it."""
        if self.pieces and _CONTENTS.fullmatch(self.pieces[-1].text):
            self.pieces[-1] = replace(self.pieces[-1], kind="furniture", level=0)
        self.pieces.append(piece)

    def _table(self, table: Element) -> None:
        grid = read_grid(table)
        for covered in grid.covered:
            self.text.leave_out(covered)
        shaded = self.styles.table_has_look(value(child(table, "tblPr", "tblStyle")))
        cells = [(cell, self._cell(cell, shaded=shaded)) for row in grid.rows for cell in row]
        read = {id(cell): pieces for cell, pieces in cells}
        is_layout = _is_layout(read.values())
        if is_layout or _is_column(grid, read) or _is_label_block(read.values()):
            if is_layout:
                self.told.add(remarks.LAYOUT, partial(self.places.spot, table))
            self.pieces += [piece for _, pieces in cells for piece in pieces]
            return
        rows = _rows(grid, read)
        if any(any(row) for row in rows):
            line = next((piece.line for pieces in read.values() for piece in pieces), 0)
            header = grid.header or _is_headed(grid, read)
            self.pieces.append(Piece("table", "", rows=rows, header=header, line=line))

    def _cell(self, cell: Cell, *, shaded: bool) -> list[Piece]:
        if cell.element is None:
            return []
        kept, self.pieces = self.pieces, []
        ground, self.text.on_ground = self.text.on_ground, shaded or cell.shaded or self.text.on_ground
        self.read(cell.element)
        self.text.on_ground = ground
        read, self.pieces = self.pieces, kept
        if any(piece.kind == "table" for piece in read):
            self.told.add(remarks.NESTED, partial(self.places.spot, cell.element))
        return read


def _pieces(read: ParagraphText, level: int | None, numbered: Numbered | None, line: int) -> list[Piece]:
    """What a paragraph is: one heading, paragraph or item; several where line breaks part a typed list."""
    if level is not None and _can_be_heading(read.text, numbered):
        return [Piece("heading", " ".join(read.text.split("\n")), level=level, mark=_mark(numbered), line=line)]
    groups = list(_groups(read))
    first = _piece(groups[0], numbered, line)
    return [first, *(_piece(group, None, line) for group in groups[1:])]


def _groups(read: ParagraphText) -> Iterator[list[Line]]:
    """Lines that belong together: a typed mark begins a new group, and what looks like a heading is one of its own."""
    group: list[Line] = []
    for line in read.lines:
        if not line.text:
            continue
        breaks = typed_mark(line.text) or (
            len(group) == 1 and _looks_like_heading(group) and not _looks_like_heading([line])
        )
        if group and breaks:
            yield group
            group = []
        group.append(line)
    yield group


def _piece(group: list[Line], numbered: Numbered | None, line: int) -> Piece:
    text = "\n".join(one.text for one in group)
    if numbered and numbered.is_bullet:
        return Piece("item", text, level=numbered.level + 1, line=line)
    if _looks_like_heading(group) and not (numbered and not numbered.mark[:1].isdigit()):
        return Piece("heading", " ".join(text.split("\n")), mark=_mark(numbered), line=line)
    if numbered and numbered.mark:
        level = 1 if _LEGAL.fullmatch(numbered.mark) else numbered.level + 1  # 2.1 numbers a paragraph, however deep
        return Piece("item", text, level=level, mark=numbered.mark, line=line)
    typed = typed_mark(text)
    return Piece("item", typed[1], mark=typed[0], line=line) if typed else Piece("paragraph", text, line=line)


def typed_mark(text: str) -> tuple[str, str] | None:
    """The number, letter or bullet that somebody typed before a text, and the text; None if there is none."""
    if found := _TABBED.match(text):
        return found[1], text[found.end() :]
    found_mark = split_mark(text)
    if found_mark is None or not found_mark[1]:
        return None
    mark, rest = found_mark
    is_sum = mark[:1].isdigit() and mark[-1:].isdigit()  # “3.5 hours later” begins with no mark
    return None if is_sum and not text.startswith(f"{mark}\t") and not rest[:1].isupper() else found_mark


def _mark(numbered: Numbered | None) -> str:
    return numbered.mark if numbered else ""


def _can_be_heading(text: str, numbered: Numbered | None) -> bool:
    """Whether a paragraph in the style of headings is one: some give the style to all numbered paragraphs."""
    return len(text) <= _LONGEST_HEADING and not (numbered and len(text) > _LONG and text.endswith("."))


def _looks_like_heading(group: list[Line]) -> bool:
    text = " ".join(line.text for line in group)
    if len(text) > _LONGEST_LOOK_ALIKE or text.endswith(_NO_HEADING_ENDS) or ":" in text[:-1]:
        return False
    letters = sum(line.letters for line in group)
    looks = (
        sum(line.bold for line in group),
        sum(line.underlined for line in group),
        sum(line.large for line in group),
    )
    return letters in looks and any(letter.isalpha() for letter in text)


def _is_column(grid: Grid, read: dict[int, list[Piece]]) -> bool:
    """Whether all text stands in one column: a box, or a letter head with an empty place for the crest."""
    return sum(any(read[id(cell)] for cell in column) for column in zip(*grid.rows, strict=True)) <= 1


def _is_label_block(cells: Iterable[list[Piece]]) -> bool:
    """Whether every cell is a label with its value below or behind it, as in “Decision: Upheld”."""
    texts = [_cell_text(pieces) for pieces in cells if pieces]
    return all(is_label(text.partition("\n")[0]) and text.partition(":")[2].strip() for text in texts)


def _is_layout(cells: Iterable[list[Piece]]) -> bool:
    """Whether a table only lays out a page: a cell holds headings of its own, or pages of text."""
    filled = [pieces for pieces in cells if pieces]
    if len(filled) < 2:
        return False
    for pieces in filled:
        if any(piece.kind == "heading" and piece.level for piece in pieces) and len(pieces) > 1:
            return True
        if sum(len(piece.text) for piece in pieces) > _LAYOUT_CELL:
            return True
    return False


def _rows(grid: Grid, read: dict[int, list[Piece]]) -> tuple[tuple[str, ...], ...]:
    """The texts of the cells, without columns and rows in which no cell begins."""
    rows = [[_cell_text(read[id(cell)]) for cell in row] for row in grid.rows]
    begins = [any(cell.element is not None for cell in column) for column in zip(*grid.rows, strict=True)]
    kept = [tuple(text for text, begun in zip(row, begins, strict=True) if begun) for row in rows]
    return tuple(row for row in kept if any(row))


def _cell_text(pieces: list[Piece]) -> str:
    return "\n".join(_line_text(piece) for piece in pieces)


def _line_text(piece: Piece) -> str:
    if piece.kind == "table":
        return "\n".join(" | ".join(cell.replace("\n", " ") for cell in row) for row in piece.rows)
    if piece.kind == "item":
        return f"{piece.mark or '•'} {piece.text}"
    return f"{piece.mark} {piece.text}" if piece.mark else piece.text


def _is_headed(grid: Grid, read: dict[int, list[Piece]]) -> bool:
    """Whether every cell of the first row looks like a heading and the row after it does not."""
    if len(grid.rows) < 2:
        return False
    first, second = ([read[id(cell)] for cell in row if cell.element is not None] for row in grid.rows[:2])
    return all(map(_is_head_cell, first)) and any(first) and not all(map(_is_head_cell, second))


def _is_head_cell(pieces: list[Piece]) -> bool:
    return all(piece.kind == "heading" for piece in pieces)
