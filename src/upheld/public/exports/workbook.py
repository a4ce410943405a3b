"""A workbook of any length, sent while its rows are written.

Libraries that write workbooks want all rows before they give the first byte, and a place to keep them in. So the rows
are written here, into a ZIP archive that is never wound back; all that stands around them is taken from the same
workbook without rows, which XlsxWriter makes in memory. Excel reads no ZIP64 in a part whose length stands after it:
a sheet that grows towards two gigabytes goes on in another.
"""

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import chain, count, islice
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from upheld.public.exports.columns import Cell

MOST_ROWS = 1_000_000  # of a sheet: Excel has 1,048,576
MOST_BYTES = 1_000_000_000  # of a sheet's rows before they are compressed; one row is a few million at most
LONGEST = 32_767  # of a cell, in UTF-16 units, by Excel's own limit
CUT = " … (cut: a cell of Excel holds no more)"

_LEVEL = 6  # of compression: to 1 it adds a thirtieth of what reading the rows takes, and saves a fifth of the bytes
_FIRST_PARTS = ("_rels/.rels", "docProps/core.xml")  # the same whatever sheets follow; programs know the file by them
_DAY_ZERO, _FIRST_DAY = dt.date(1899, 12, 30), dt.date(1900, 3, 1)  # before that Excel's calendar is wrong
_ROWS = re.compile(b"<sheetData>.*</sheetData>", re.DOTALL)
_DIMENSION = re.compile(b"<dimension [^>]*/>")  # nobody knows it yet, and it may be left out
_SPECIAL = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class Style(IntEnum):
    """How a cell looks, by its number in the file."""

    PLAIN = 0
    HEAD = 1
    DAY = 2
    LABEL = 3
    TEXT = 4


_LOOKS: Mapping[Style, Mapping[str, object]] = {
    Style.HEAD: {"bold": True, "text_wrap": True, "valign": "top"},
    Style.DAY: {"num_format": "d mmmm yyyy", "align": "left"},
    Style.LABEL: {"bold": True, "valign": "top"},
    Style.TEXT: {"text_wrap": True, "valign": "top"},
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its columns' widths and styles, headings that stay in sight, and rows, which are asked for once."""

    name: str
    widths: Sequence[int]
    styles: Sequence[Style]
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def write_workbook(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """The file, piece by piece. Each sheet is asked for when all rows of those before it are written."""
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, pieces in _parts(sheets):
            with archive.open(name, "w") as part:
                for piece in pieces:
                    part.write(piece)
                    if sink.pieces:
                        yield sink.drain()
    yield sink.drain()


class _Sink:
    """What the archive has written and nobody has taken yet. It has no places to go back to."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, piece: bytes, /) -> int:
        self.pieces.append(piece)
        return len(piece)

    def drain(self) -> bytes:
        drained = b"".join(self.pieces)
        self.pieces.clear()
        return drained

    def flush(self) -> None:
        """There is nowhere else to write to."""

    def close(self) -> None:
        """There is nothing to close."""


def _parts(sheets: Iterable[Sheet]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The parts of the workbook by their names, each with its pieces, in the order in which they can be written."""
    begun, written = list[Sheet](), set(_FIRST_PARTS)
    for sheet in chain.from_iterable(map(_pages, sheets)):
        begun.append(sheet)
        empty, name = _without_rows(begun), f"xl/worksheets/sheet{len(begun)}.xml"
        if len(begun) == 1:
            yield from ((first, [empty[first]]) for first in _FIRST_PARTS)
        yield name, _fill(empty[name], sheet)
        written.add(name)
    yield from ((name, [part]) for name, part in _without_rows(begun).items() if name not in written)


def _pages(sheet: Sheet) -> Iterator[Sheet]:
    """The sheet, and as many more as its rows need. A page must be written before the next is asked for."""
    rows = iter(sheet.rows)
    yield replace(sheet, rows=rows)
    for number in count(2):
        if not (ahead := list(islice(rows, 1))):
            return
        yield replace(sheet, name=f"{sheet.name} {number}", rows=chain(ahead, rows))


def _without_rows(sheets: Sequence[Sheet]) -> dict[str, bytes]:
    """The parts of a workbook with these sheets. Styles get their numbers in the order in which a cell has them."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        looks = [book.add_format(dict(look)) for look in _LOOKS.values()]
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for column, width in enumerate(sheet.widths):
                page.set_column(column, column, width)
            if sheet.heads:
                page.freeze_panes(1, 1)
                page.autofilter(0, 0, MOST_ROWS, len(sheet.widths) - 1)
            for column, look in enumerate(looks):
                page.write_blank(0, column, None, look)
    with ZipFile(file) as made:
        return {name: made.read(name) for name in made.namelist()}


def _fill(empty: bytes, sheet: Sheet) -> Iterator[bytes]:
    """A sheet's XML with as many of the rows as it holds."""
    before, after = _ROWS.split(_DIMENSION.sub(b"", empty))
    letters = [xl_col_to_name(column) for column in range(len(sheet.widths))]
    yield before + b"<sheetData>"
    if sheet.heads:
        yield _line(1, letters, sheet.heads, [Style.HEAD] * len(letters))
    begin, size = 2 if sheet.heads else 1, 0
    for number, row in zip(range(begin, begin + MOST_ROWS), sheet.rows, strict=False):
        line = _line(number, letters, row, sheet.styles)
        yield line
        size += len(line)
        if size > MOST_BYTES:
            break
    yield b"</sheetData>" + after


def _line(number: int, letters: Sequence[str], cells: Sequence[Cell], styles: Sequence[Style]) -> bytes:
    places = [f"{letter}{number}" for letter in letters]
    return f'<row r="{number}">{"".join(map(_cell, places, cells, styles))}</row>'.encode()


def _cell(place: str, cell: Cell, style: Style) -> str:
    """A text is marked as one, and formulas have an element of their own: no text can become one."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, dt.date):
        if cell >= _FIRST_DAY:
            return f'<c r="{place}" s="{Style.DAY:d}"><v>{(cell - _DAY_ZERO).days}</v></c>'
        cell = cell.isoformat()
    look = f' s="{style:d}"' if style else ""
    if isinstance(cell, str):
        space = ' xml:space="preserve"' if cell[0].isspace() or cell[-1].isspace() else ""
        return f'<c r="{place}"{look} t="inlineStr"><is><t{space}>{escape(shorten(cell))}</t></is></c>'
    return f'<c r="{place}"{look}><v>{cell:.16G}</v></c>'


def shorten(text: str) -> str:
    """The text as a cell can hold it."""
    if len(text) <= LONGEST // 2 or len(units := text.encode("utf-16-le", "surrogatepass")) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def escape(text: str) -> str:
    """The text as XML. What XML cannot hold stands as `_x0007_`, and a text that looks so by itself is marked."""
    return _SPECIAL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return _ENTITIES.get(sign) or f"_x{ord(sign):04X}_"
