"""All the words of a decision that would be shown or kept, each with its place: what the gate looks through."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from upheld.analysis.document import Block, Table
from upheld.analysis.identifiers.finding import Part
from upheld.analysis.paragraphs import SUMMARY, list_paragraphs
from upheld.register.records import DecisionRecord

_NUMBERING = re.compile(
    r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]{1,2}\d{0,2}|[ivxlc]{1,7}|[IVXLC]{1,7})[.)\]:]?|\W*"
)
_CODE = re.compile(r"[A-Z]{1,4}-?\d{1,9}|\d{1,6}")
_LONG = 5
_SUMMARY_OR_PARAGRAPH = re.compile(r"summary|p\d{1,6}")
OUTSIDE = (
    "attribute", "bookmark", "file name", "header or footer", "hidden text", "left out", "link address",
    "picture description", "property", "remark", "script",
)  # fmt: skip
"""So begin the places of what a file brings with it and nobody keeps: its name, its properties and the like."""

_WHO = ("author", "creator", "last modified by", "manager", "company", "template", "editor")
ROUTINE = frozenset(f"property: {name}" for name in _WHO)


def parts_beside(record: DecisionRecord) -> tuple[Part, ...]:
    """Every text of the record that an import may fill in beside a decision's content."""
    texts = (("reference", record.reference), *_details(record))
    return tuple(Part(where, text) for where, text in texts if text.strip())


def parts_of(record: DecisionRecord, outside: Mapping[str, str] | None = None) -> tuple[Part, ...]:
    """Every text of the record, and what came with it from `outside` by its place; what is empty is left out."""
    texts = (*_labels(record), *_text(record), *_beside(record), *(outside or {}).items())
    return tuple(Part(where, text) for where, text in texts if text and text.strip())


def is_outside(where: str) -> bool:
    """Whether a place is of what a file brings with it, and not of the decision."""
    return where.startswith(OUTSIDE)


def is_routine(where: str) -> bool:
    """Whether a place is one where every file names who wrote it: left out each time, and nobody is asked."""
    return where in ROUTINE or where.startswith("property: person")


def _labels(record: DecisionRecord) -> Iterator[tuple[str, str]]:
    yield "reference", record.reference
    yield from _counted("reference", record.also_known_as, first=2)
    for number, organisation in enumerate(record.organisations, 1):
        yield f"organisation {number}", organisation.name
        yield f"organisation {number} code", _unless(_CODE, organisation.code)
    yield "category", record.category
    yield "subcategory", record.subcategory or ""


def _text(record: DecisionRecord) -> Iterator[tuple[str, str]]:
    yield SUMMARY, record.summary
    paragraphs = iter(list_paragraphs(record.sections))
    for number, section in enumerate(record.sections, 1):
        yield f"section {number} heading", section.heading or ""
        for _ in section.blocks:
            paragraph = next(paragraphs)
            yield from _block(paragraph.block, paragraph.address)


def _block(block: Block, address: str) -> Iterator[tuple[str, str]]:
    yield f"{address} number", _unless(_NUMBERING, block.printed)
    yield address, block.text
    if block.table:
        yield from _cells(block.table, address)
    yield from _items(block, f"{address} item ")


def _items(block: Block, lead: str) -> Iterator[tuple[str, str]]:
    """The items of a list, each by its count; items of an item are counted below it: `p12 item 2.1`."""
    for count, item in enumerate(block.items, 1):
        if isinstance(item, str):
            yield f"{lead}{count}", item
            continue
        yield f"{lead}{count} number", _unless(_NUMBERING, item.printed)
        yield f"{lead}{count}", item.text
        if item.table:
            yield from _cells(item.table, f"{lead}{count}")
        yield from _items(item, f"{lead}{count}.")


def _cells(table: Table, address: str) -> Iterator[tuple[str, str]]:
    for row, cells in enumerate(table.rows, 1):
        for column, cell in enumerate(cells, 1):
            yield f"table {address} row {row} column {column}", cell


def _unless(routine: re.Pattern[str], text: str | None) -> str:
    """What is printed as a number, a code or a place, where it is not one of the usual ones, that show nobody."""
    return "" if text is None or routine.fullmatch(text.strip()) else text


def _beside(record: DecisionRecord) -> Iterator[tuple[str, str]]:
    for number, remedy in enumerate(record.remedies, 1):
        yield f"remedy {number}", "" if remedy.read else remedy.text
        yield f"remedy {number} place", "" if remedy.read else _unless(_SUMMARY_OR_PARAGRAPH, remedy.at)
    yield from _details(record)


def _details(record: DecisionRecord) -> Iterator[tuple[str, str]]:
    yield from _counted("related", record.related)
    yield from _counted("related report", record.further_reports)
    yield "source address", spoken_address(record.source_url or "")


def spoken_address(address: str) -> str:
    """What an address says, the name of its host too, as it is meant to be read."""
    parts = urlsplit(address)
    user, _, host = parts.netloc.rpartition("@")
    names = (name for name in host.split(".")[:-1] if len(name) >= _LONG or "-" in name)  # not lgo, org, gov
    said = (user, *names, parts.path, parts.query, parts.fragment)
    return unquote(" ".join(filter(None, said))).strip("/")


def _counted(name: str, texts: tuple[str, ...], first: int = 1) -> Iterator[tuple[str, str]]:
    yield from ((f"{name} {number}", text) for number, text in enumerate(texts, first))
