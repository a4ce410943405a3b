"""Results as CSV: a table for any spreadsheet.

UTF-8 with a byte order mark, without which Excel takes it for something else; lines end as RFC 4180 has it.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from upheld.public.exports.columns import COLUMNS, Cell, cells
from upheld.public.exports.row import Row

FORMULA = re.compile(r"[\t\r]|[\s']*[=+@\uff1d\uff0b\uff0d\uff20-]")
"""What a spreadsheet takes for the beginning of a formula, which could then do things on its reader's machine: blanks
before it and wide signs too. Apostrophes that a text has of its own count, so that taking one away gives the text."""


def write_csv(chunks: Iterable[Sequence[Row]]) -> Iterator[bytes]:
    """The file, the headings first, then a piece for each chunk of rows."""
    yield "\ufeff".encode() + _lines([[column.heading for column in COLUMNS]])
    for rows in chunks:
        yield _lines([as_text(cell) for cell in cells(row)] for row in rows)


def as_text(cell: Cell) -> str:
    """A cell as it stands in the file. A text that would be taken for a formula has an apostrophe before it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if FORMULA.match(cell) else cell
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def _lines(rows: Iterable[list[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()
