"""The grid of a table: which cell stands where when cells are merged across and down."""

from collections.abc import Iterator
from dataclasses import dataclass

from upheld.ingest.sources.word.ooxml import Element, W, child, is_on, number, value

_MAX_SPAN = 63  # Word has no wider table


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of the grid. `element` is None where a merged cell that began before goes on, or there is no cell."""

    element: Element | None = None
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of equal length; whether the first is said to head the columns; cells that others cover."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool
    covered: tuple[Element, ...] = ()

    @property
    def width(self) -> int:
        """How many columns hold anything."""
        return sum(any(cell.element is not None for cell in column) for column in zip(*self.rows, strict=True))


def read_grid(table: Element) -> Grid:
    """The grid of a table. What stands in the parts of a merged cell that Word does not show is left out."""
    rows = list(_parts(table, "tr"))
    cells = [list(_cells(row)) for row in rows]
    longest = max((len(row) for row in cells), default=0)
    padded = tuple(tuple(row + [Cell()] * (longest - len(row))) for row in cells)
    header = bool(rows) and bool(is_on(child(rows[0], "trPr", "tblHeader")))
    return Grid(padded, header, tuple(cell for row in rows for cell in _parts(row, "tc") if _is_covered(cell)))


def _cells(row: Element) -> Iterator[Cell]:
    properties = child(row, "trPr")
    yield from [Cell()] * _span(properties, "gridBefore", 0)
    for cell in _parts(row, "tc"):
        about = child(cell, "tcPr")
        fill = value(child(about, "shd"), "fill").upper()
        yield Cell() if _is_covered(cell) else Cell(cell, fill not in {"", "AUTO", "FFFFFF"})
        yield from [Cell()] * (_span(about, "gridSpan", 1) - 1)
    yield from [Cell()] * _span(properties, "gridAfter", 0)


def _is_covered(cell: Element) -> bool:
    return any(_goes_on(child(cell, "tcPr", name)) for name in ("vMerge", "hMerge"))


def _goes_on(merge: Element | None) -> bool:
    return merge is not None and value(merge) != "restart"


def _span(properties: Element | None, name: str, least: int) -> int:
    return max(least, min(number(child(properties, name)) or least, _MAX_SPAN))


def _parts(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for one in element:
        if one.tag == W + name:
            yield one
        elif one.tag in {W + "sdt", W + "sdtContent", W + "customXml"}:
            yield from _parts(one, name)
