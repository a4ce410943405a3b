"""The fields in which a text is written anew, paragraph by paragraph, item by item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.analysis.amendment import block_texts
from upheld.analysis.document import Block, Section
from upheld.analysis.paragraphs import Paragraph, list_paragraphs
from upheld.desk.forms.text import AFTER, HEADING, ITEMS, TABLE, TEXT

_LINE = 80


@dataclass(frozen=True, slots=True)
class EditField:
    """One text to be written anew. `depth` is how deep in lists it stands; `kind` is text, item, table or heading."""

    name: str
    label: str
    value: str
    kind: str = "text"
    depth: int = 0
    mark: str = ""
    hint: str = ""

    @property
    def rows(self) -> int:
        """How high the field is."""
        lines = sum(1 + len(line) // _LINE for line in self.value.split("\n"))
        return min(24, max(2 if self.kind in {"text", "table"} else 1, lines + (self.kind == "text")))


@dataclass(frozen=True, slots=True)
class EditBlock:
    """A heading or a paragraph: its fields, those that add to it, and whether it can be joined with the one before."""

    address: str
    label: str
    mark: str
    fields: tuple[EditField, ...]
    more: tuple[EditField, ...] = ()
    may_join: bool = False


def make_blocks(sections: Sequence[Section], at: str) -> tuple[EditBlock, ...]:
    """The heading and paragraphs of a section (`section-3`), one paragraph (`p12`), or what comes at the end."""
    paragraphs = list_paragraphs(sections)
    if at == "end":
        last = paragraphs[-1].address if paragraphs else ""
        field = EditField(f"{AFTER}{last}", "New paragraphs", "", hint="An empty line begins a new paragraph.")
        return (EditBlock("end", "At the end", "", (field,)),)
    if at.startswith("section-"):
        return tuple(_section(sections, paragraphs, at.removeprefix("section-")))
    return tuple(
        _block(one, paragraphs[place - 1] if place else None)
        for place, one in enumerate(paragraphs)
        if one.address == at
    )


def _section(sections: Sequence[Section], paragraphs: Sequence[Paragraph], text: str) -> Iterator[EditBlock]:
    number = int(text) if text.isdecimal() and len(text) < 6 else 0
    if not 1 <= number <= len(sections):
        return
    heading = sections[number - 1].heading or ""
    hint = "Emptied, its paragraphs join the section before."
    field = EditField(f"{TEXT}section {number} heading", "Heading", heading, "heading", hint=hint)
    yield EditBlock(f"section-{number}", "Heading", "", (field,))
    before: Paragraph | None = None
    for one in paragraphs:
        if one.section == number - 1:
            yield _block(one, before)
        before = one


def _block(given: Paragraph, before: Paragraph | None) -> EditBlock:
    block, address = given.block, given.address
    plain = before is not None and before.section == given.section and not (before.block.items or before.block.table)
    mark = str(given.number) if given.number is not None else given.printed
    more = (
        EditField(f"{ITEMS}{address}", "New items at the end of its list", "", hint="An empty line begins a new item."),
        EditField(f"{AFTER}{address}", "New paragraphs after it", ""),
        EditField(f"{HEADING}{address}", "New heading above it, which begins a section", "", "heading"),
    )
    return EditBlock(
        address=address,
        label=f"Paragraph {address[1:]}",
        mark=mark,
        fields=tuple(_fields(block, address)),
        more=more,
        may_join=plain and not block.table,
    )


def _fields(block: Block, address: str) -> Iterator[EditField]:
    marks = dict(_marks(block, address))
    for place, value in block_texts(block, address):
        if place.startswith("table "):
            hint = "A row on each line, its cells parted by |. Write \\| for a stroke inside a cell."
            yield EditField(f"{TABLE}{place}", "Table", value, "table", hint=hint)
        elif " item " in place:
            number = place.partition(" item ")[2]
            label = f"Item {marks.get(place) or number}"
            yield EditField(f"{TEXT}{place}", label, value, "item", number.count(".") + 1, marks.get(place, ""))
        else:
            yield EditField(f"{TEXT}{place}", "Title of the table" if block.table else "Text", value)


def _marks(block: Block, where: str) -> Iterator[tuple[str, str]]:
    lead = f"{where}." if " item " in where else f"{where} item "
    for count, item in enumerate(block.items, 1):
        if isinstance(item, Block):
            yield f"{lead}{count}", item.printed or ""
            yield from _marks(item, f"{lead}{count}")
