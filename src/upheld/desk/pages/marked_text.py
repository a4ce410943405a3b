"""The text of a draft as an editor checks it: each paragraph with its marks, and beside it what was found in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from upheld.analysis import paragraphs as numbered
from upheld.analysis.document import Block, Section, Table
from upheld.desk.pages.finding_card import Card
from upheld.desk.pages.marks import Marker, Spans

_LONGEST_MARK = 7


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """Cells row by row; `head` is empty where no row heads the columns."""

    caption: Spans
    name: str
    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """An item of a list, with its mark as printed."""

    mark: str
    spans: Spans
    table: MarkedTable | None
    items: "tuple[MarkedItem, ...]"


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A heading or paragraph, and the cards of what was found in it. `level` is a heading's; 0 for a paragraph."""

    address: str
    label: str
    mark: str
    printed: str
    spans: Spans
    level: int = 0
    table: MarkedTable | None = None
    items: tuple[MarkedItem, ...] = ()
    is_signature: bool = False
    cards: tuple[Card, ...] = ()


def make_rows(sections: Sequence[Section], marker: Marker, cards: Mapping[int, Card]) -> tuple[MarkedRow, ...]:
    """Headings and paragraphs in order."""
    return tuple(_Rows(marker, cards).rows(sections))


class _Rows:
    def __init__(self, marker: Marker, cards: Mapping[int, Card]) -> None:
        self.marker = marker
        self.cards = cards

    def rows(self, sections: Sequence[Section]) -> Iterator[MarkedRow]:
        levels = numbered.heading_levels(sections)
        paragraphs = iter(numbered.list_paragraphs(sections))
        for number, section in enumerate(sections, 1):
            if section.heading:
                yield self._heading(number, section.heading, levels[number - 1])
            for _ in section.blocks:
                yield self._paragraph(next(paragraphs))

    def _heading(self, number: int, text: str, level: int) -> MarkedRow:
        where = f"section {number} heading"
        return MarkedRow(
            address=f"section-{number}",
            label=f"Heading “{text}”",
            mark="",
            printed="",
            spans=self.marker.spans(where, text),
            level=level + 1,
            cards=self._cards([where]),
        )

    def _paragraph(self, given: numbered.Paragraph) -> MarkedRow:
        block, address, mark = given.block, given.address, _mark(given)
        places = list(_places(block, address))
        return MarkedRow(
            address=address,
            label=f"Paragraph {address[1:]}",
            mark=mark,
            printed=given.printed if given.printed != mark else "",
            spans=() if block.table else self.marker.spans(address, block.text),
            table=self._table(block, address) if block.table else None,
            items=self._items(block, f"{address} item "),
            is_signature=block.signature,
            cards=self._cards(places),
        )

    def _items(self, block: Block, lead: str) -> tuple[MarkedItem, ...]:
        return tuple(self._item(item, f"{lead}{count}") for count, item in enumerate(block.items, 1))

    def _item(self, item: str | Block, where: str) -> MarkedItem:
        if isinstance(item, str):
            return MarkedItem("", self.marker.spans(where, item), None, ())
        table = self._table(item, where) if item.table else None
        spans = () if item.table else self.marker.spans(where, item.text)
        mark = item.printed or (f"{item.number}." if item.number is not None else "")
        return MarkedItem(mark, spans, table, self._items(item, f"{where}."))

    def _table(self, block: Block, where: str) -> MarkedTable:
        table = block.table or Table(rows=())
        rows = [
            tuple(
                self.marker.spans(f"table {where} row {row} column {column}", cell)
                for column, cell in enumerate(cells, 1)
            )
            for row, cells in enumerate(table.rows, 1)
        ]
        head, body = (rows[0], rows[1:]) if table.header and rows else ((), rows)
        return MarkedTable(self.marker.spans(where, block.text), f"Table in {where}", head, tuple(body))

    def _cards(self, places: Sequence[str]) -> tuple[Card, ...]:
        return tuple(self.cards[number] for where in places for number in self.marker.numbers(where))


def _places(block: Block, where: str) -> Iterator[str]:
    """Every place in a paragraph at which something can have been found, in order."""
    yield f"{where} number"
    yield where
    for row, cells in enumerate(block.table.rows if block.table else (), 1):
        yield from (f"table {where} row {row} column {column}" for column in range(1, len(cells) + 1))
    lead = f"{where}." if " item " in where else f"{where} item "
    for count, item in enumerate(block.items, 1):
        if isinstance(item, str):
            yield f"{lead}{count}"
        else:
            yield from _places(item, f"{lead}{count}")


def _mark(given: numbered.Paragraph) -> str:
    """Its number, or what is printed instead."""
    if given.number is not None:
        return str(given.number)
    return given.printed if given.printed and len(given.printed) <= _LONGEST_MARK else ""
