"""The invented data that the component gallery shows."""

import datetime as dt
from dataclasses import dataclass, replace

from upheld.scheme import DocumentType, Outcome
from upheld.ui.components import (
    Bar,
    Choice,
    Cookie,
    Counted,
    DecisionItem,
    Entry,
    FilterGroup,
    Letter,
    Pagination,
    Paragraph,
    Row,
    Segment,
    Tag,
    TextSection,
    paginate,
    plain,
)
from upheld.ui.site import Link

_STATEMENT = DocumentType(slug="statement", name="Statement", plural="Statements", delay_days=0)
_REPORT = DocumentType(
    slug="report", name="Report", plural="Reports", prominent=True, label="Public report", delay_days=0
)
_OUTCOMES = (
    Outcome(slug="a", name="Upheld", shape="solid"),
    Outcome(slug="b", name="Not upheld", shape="outline"),
    Outcome(slug="c", name="Closed after initial enquiries", shape="dashed"),
    Outcome(slug="d", name="Partly upheld", shape="half"),
    Outcome(slug="e", name="Reasonable redress", shape="ring"),
    Outcome(slug="f", name="Severe maladministration", shape="square"),
)
_SHORT = "The Council took five months to answer. It has apologised."
_MIDDLE = (
    "Mrs K complained that the Council lost her form and then refused her application because it was late. We found "
    "fault. The Council will apologise, pay her £150 and look again at her application within four weeks."
)
_LONG = (
    "Mr T complained that the Council did not provide the transport it had agreed for his daughter, Y, for two terms. "
    "He said that he had to stop working in the mornings, and that Y missed the start of lessons she cannot easily "
    "catch up with. We found fault: the Council knew in June that its contractor had given notice and did nothing "
    "until October. The Council will apologise to both, pay £900 for the lessons missed and £250 for the distress, "
    "and show us within three months how it will notice sooner when a route has nobody to drive it."
)


@dataclass(frozen=True)
class Gallery:
    """One of everything."""

    outcomes: tuple[Outcome, ...]
    decisions: tuple[DecisionItem, ...]
    groups: tuple[FilterGroup, ...]
    tags: tuple[Tag, ...]
    pages: tuple[Pagination, ...]
    bars: tuple[Bar, ...]
    years: tuple[Bar, ...]
    counted: tuple[Counted, ...]
    letters: tuple[Letter, ...]
    rows: tuple[Row, ...]
    sections: tuple[TextSection, ...]
    cookies: tuple[Cookie, ...]


def make_gallery() -> Gallery:
    """The gallery's data, the same every time."""
    return Gallery(
        outcomes=_OUTCOMES,
        decisions=_decisions(),
        groups=_groups(),
        tags=(Tag("Outcome", "Upheld", "#"), Tag("Subject", "Special educational needs", "#")),
        pages=tuple(paginate(page, 204, 10, "?page={}".format) for page in (1, 4, 10, 21)),
        bars=(_bar("bar", 31, 9, 12), _bar("whole", 4, 0, 0), _bar("thin", 300, 1, 2)),
        years=tuple(_bar(f"year-{place}", *counts) for place, counts in enumerate([(12, 4, 5), (3, 1, 0), (0, 2, 7)])),
        counted=(Counted("Child protection", "#", 1204), Counted("Other", "#", 1, "Children's care services")),
        letters=_letters(),
        rows=_rows(),
        sections=_sections(),
        cookies=(Cookie("privacy", "Remembers what you chose in privacy settings.", "One year"),),
    )


_DECISION = DecisionItem(
    organisation="Greater Fenwick and Marsh District Council",
    reference="98 000 001",
    href="#1",
    document_type=_STATEMENT,
    outcome=_OUTCOMES[0],
    subject="School transport",
    decided_on=dt.date(2026, 4, 5),
    summary=plain(_LONG),
)


def _decisions() -> tuple[DecisionItem, ...]:
    before, found, after = _LONG.partition("the transport")
    marked = ((before, False), (found, True), (after, False))
    states = (
        replace(_DECISION, document_type=_REPORT),
        replace(_DECISION, outcome=_OUTCOMES[1], summary=marked),
        replace(_DECISION, outcome=_OUTCOMES[2], summary=plain(_MIDDLE), organisation="Ash Council"),
        replace(
            _DECISION, outcome=None, decided_on=None, summary=plain(_SHORT), organisation="Organisation not stated"
        ),
        replace(_DECISION, outcome=_OUTCOMES[4], subject="", summary=plain("")),
    )
    return tuple(
        replace(one, reference=f"98 000 {place:03}", href=f"#{place}") for place, one in enumerate(states, start=1)
    )


def _groups() -> tuple[FilterGroup, ...]:
    outcomes = tuple(Choice(one.slug, one.name, 3**place, place == 0) for place, one in enumerate(_OUTCOMES))
    many = tuple(Choice(f"body-{place}", f"Invented District Council {place}", 40 - place) for place in range(30))
    return (
        FilterGroup("outcome", "Outcome", outcomes),
        FilterGroup("organisation", "Organisation", many, is_open=False),
    )


def _bar(name: str, *counts: int) -> Bar:
    parts = zip(_OUTCOMES, counts, strict=False)
    return Bar(name, tuple(Segment(one.name, one.shape, count, "#") for one, count in parts), of=None)


def _letters() -> tuple[Letter, ...]:
    return tuple(
        Letter(letter, (
            Entry(f"{letter}shby Borough Council", "#", 12, ("Ashby", "Ashby BC")),
            Entry(f"{letter}xholme District Council", "#", 1, note="Ended on 31 March 2023; now Ashby Borough Council"),
        ))
        for letter in "ABCD"
    )  # fmt: skip


def _rows() -> tuple[Row, ...]:
    return (
        Row("Category", links=(Link("Children's care services", "#"), Link("Child protection", "#"))),
        Row("Decision", outcome=_OUTCOMES[0]),
        Row("Decision date", day=dt.date(2026, 4, 5)),
        Row("Reference", text="98 000 001"),
    )


def _sections() -> tuple[TextSection, ...]:
    sums = (Paragraph("£600 for autumn; and"), Paragraph("£300 for spring."))
    items = (Paragraph("apologise in writing;"), Paragraph("pay Mr T £900:", items=sums))
    first = (Paragraph(_LONG, 1, "p1"), Paragraph(_MIDDLE, 2, "p2"), Paragraph("A paragraph without a number."))
    last = (Paragraph("Within four weeks the Council will:", 103, "p103", items), Paragraph(_SHORT, 104, "p104"))
    return (TextSection("The complaint", "the-complaint", first), TextSection("Agreed action", "agreed-action", last))
