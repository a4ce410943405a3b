"""Results as a workbook: the table, what was removed, what this is, and what the columns mean.

It is written to a file first, row by row, for a workbook's parts cannot be sent before they are complete.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from upheld.public.exports.columns import COLUMNS, Cell, cells
from upheld.public.exports.row import Row

MOST_ROWS = 1_000_000  # of a sheet: Excel has 1,048,576
LONGEST = 32_767  # characters of a cell, by Excel's own limit
CUT = " … (cut: a cell of Excel holds no more)"
_PIECE = 65_536
_ABOUT_WIDTHS = (28, 100)
_DICTIONARY = ("Column", "What it means", "Values", "Where from")
Pairs = Iterable[tuple[str, str]]


def write_xlsx(
    rows: Iterable[Row], folder: Path, about: Callable[[], Pairs], removed: Callable[[], Sequence[str]]
) -> IO[bytes]:
    """The file, open at its beginning. It has no name any more: it is gone as soon as it is closed.

    `about` and `removed` are asked when all rows have been written.
    """
    path = folder / "results.xlsx"
    options = {"constant_memory": True, "tmpdir": str(folder), "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), options)
    try:
        _write_rows(book, rows)
        _write_pairs(book, "About", (("This file", ""), *about()))
        _write_table(
            book, "Dictionary", _DICTIONARY, ([one.heading, one.meaning, one.values, one.source] for one in COLUMNS)
        )
        if names := removed():
            _write_table(book, "Removed since", ("Reference",), ([name] for name in names))
    finally:
        book.close()
    written = path.open("rb")
    path.unlink()
    return written


def send_file(written: IO[bytes]) -> Iterator[bytes]:
    """The pieces of the file, which is closed at the end."""
    with written:
        while piece := written.read(_PIECE):
            yield piece


def _write_rows(book: xlsxwriter.Workbook, rows: Iterable[Row]) -> None:
    day = book.add_format({"num_format": "d mmmm yyyy", "align": "left"})
    sheet, place, number = _new_sheet(book, 1), 0, 1
    for row in rows:
        if place == MOST_ROWS:
            number += 1
            sheet, place = _new_sheet(book, number), 0
        place += 1
        for column, cell in enumerate(cells(row)):
            _write_cell(sheet, place, column, cell, day)


def _new_sheet(book: xlsxwriter.Workbook, number: int) -> Worksheet:
    sheet = book.add_worksheet("Decisions" if number == 1 else f"Decisions {number}")
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
    _write_heads(book, sheet, [column.heading for column in COLUMNS])
    return sheet


def _write_heads(book: xlsxwriter.Workbook, sheet: Worksheet, heads: Sequence[str]) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 1)
    for place, head in enumerate(heads):
        sheet.write_string(0, place, head, bold)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, day: Format) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, dt.date):
        if cell.year >= 1900:  # before that Excel knows no days
            sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), day)
        else:
            sheet.write_string(row, column, cell.isoformat())
    elif isinstance(cell, str):
        sheet.write_string(row, column, shorten(cell))
    else:
        sheet.write_number(row, column, cell)


def shorten(text: str) -> str:
    """The text as a cell can hold it."""
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def _write_pairs(book: xlsxwriter.Workbook, name: str, pairs: Pairs) -> None:
    sheet = book.add_worksheet(name)
    bold, wrapped = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    for place, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(place, place, width)
    for row, (label, value) in enumerate(pairs):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, shorten(value), wrapped)


def _write_table(book: xlsxwriter.Workbook, name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    sheet = book.add_worksheet(name)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, len(heads) - 1, 40)
    _write_heads(book, sheet, heads)
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values):
            sheet.write_string(row, column, value, wrapped)


def as_pairs(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What an export says of itself, as labels and values."""
    for key, value in values.items():
        yield key.replace("_", " ").capitalize(), _words(value)


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name.replace('_', ' ')}: {one}" for name, one in value.items() if one is not None)
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
