"""The text of a decision and its label block, as components show them."""

import datetime as dt
from collections.abc import Sequence

from upheld.analysis.document import Block, Section
from upheld.lib.slugs import slugify
from upheld.public.items import document_type
from upheld.register.content import Facts
from upheld.register.models import Decision
from upheld.scheme import get_scheme
from upheld.ui.components import Paragraph, Row, TextSection
from upheld.ui.site import Link


def label_block(decision: Decision, facts: Facts) -> tuple[Row, ...]:
    """Labels and values: what `facts` say, the decision's place, and the days."""
    scheme = get_scheme()
    decided = dt.date.fromisoformat(facts.decided_on) if facts.decided_on else None
    references = (facts.reference, *facts.also_known_as)
    return (
        Row("Category", links=_places(decision)),
        Row("Decision", outcome=scheme.outcome(facts.outcome) if facts.outcome else None, text=_no_outcome(facts)),
        Row("Decision date", day=decided, text="" if decided else "Not stated"),
        *([Row("Published", day=decision.published_on)] if decision.published_on else []),
        Row("Document", text=_document(facts)),
        Row("References" if facts.also_known_as else "Reference", text=", ".join(references)),
    )


def make_sections(sections: Sequence[Section]) -> tuple[TextSection, ...]:
    """The sections with an anchor for each heading and each numbered paragraph, all different."""
    taken: set[str] = set()
    return tuple(_section(number, section, taken) for number, section in enumerate(sections, 1))


def _section(number: int, section: Section, taken: set[str]) -> TextSection:
    anchor = _free(slugify(section.heading or "")[:60] or f"part-{number}", taken)
    return TextSection(section.heading, anchor, tuple(_paragraph(block, anchor, taken) for block in section.blocks))


def _paragraph(block: Block, section: str, taken: set[str]) -> Paragraph:
    anchor = ""
    if block.number is not None:
        wanted = f"paragraph-{block.number}"
        anchor = _free(wanted if wanted not in taken else f"{section}-{block.number}", taken)
    return Paragraph(block.text, block.number, anchor, tuple(map(_item, block.items)))


def _item(item: "str | Block") -> Paragraph:
    if isinstance(item, str):
        return Paragraph(item)
    return Paragraph(item.text, item.number, items=tuple(map(_item, item.items)))


def _free(wanted: str, taken: set[str]) -> str:
    """The anchor, with a number behind it when it is taken; the frame's own are taken from the start."""
    free, number = wanted, 2
    while free in taken or free in {"main", "find", "contents", "summary", "history"}:
        free, number = f"{wanted}-{number}", number + 1
    taken.add(free)
    return free


def _places(decision: Decision) -> tuple[Link, ...]:
    places = (decision.category, decision.subcategory)
    return tuple(Link(place.name, place.get_absolute_url()) for place in places if place)


def _document(facts: Facts) -> str:
    kind = document_type(facts.document_type)
    return kind.label or kind.name


def _no_outcome(facts: Facts) -> str:
    return "" if facts.outcome else "Not stated"
