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
    Row,
    Segment,
    Tag,
    paginate,
    plain,
)
from upheld.ui.site import Link
from upheld.ui.text import ContentsLine, Paragraph, Run, TextItem, TextSection, TextTable

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
    contents: tuple[ContentsLine, ...]
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
        contents=_contents(),
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
        Row("Category", links=(Link("Children's care services", "#"), Link("Child protection", "#")), is_path=True),
        Row("Decision", outcome=_OUTCOMES[0]),
        Row("Decision date", day=dt.date(2026, 4, 5)),
        Row("Organisations", links=(Link("Ash Council", "#"), Link("Birch Council", "#"))),
        Row("References", parts=("98 000 001", "98 000 002")),
    )


def _contents() -> tuple[ContentsLine, ...]:
    below = (ContentsLine(Link("For the complainant", "#for-the-complainant")),)
    return (
        ContentsLine(Link("The complaint", "#the-complaint")),
        ContentsLine(Link("Agreed action", "#agreed-action"), below, is_current=True),
    )


def _sections() -> tuple[TextSection, ...]:
    linked = (
        Run("The same was found in "),
        Run("98 000 002", "/98-000-002", "decision"),
        Run(" (see the "),
        Run("Education Act 1996", "/law/education-act-1996", "law"),
        Run("). It was at "),
        Run("fault", "/how-to-read-a-decision#word-fault", "term"),
        Run("."),
    )
    sums = (TextItem((Run("£600 for autumn; and"),), "(i)"), TextItem((Run("£300 for spring."),), "(ii)"))
    items = (TextItem((Run("apologise in writing;"),), "(a)"), TextItem((Run("pay Mr T £900:"),), "(b)", sums))
    rows = tuple(
        tuple((Run(cell),) for cell in row) for row in (("Autumn", "14 weeks", "£600"), ("Spring", "7 weeks", "£300"))
    )
    table = TextTable("Lessons missed", (Run("Lessons missed"),), ("Term", "Time", "Payment"), rows, has_stubs=True)
    first = (
        Paragraph("p1", "Paragraph 1", (Run(_LONG),), "1"),
        Paragraph("p2", "Paragraph 2, printed as 1", linked, "2", "1", former="paragraph-2"),
        Paragraph("p2-1", "Paragraph without a number, p2-1", (Run("A paragraph without a number."),)),
    )
    last = (
        Paragraph("p103", "Paragraph 103", (Run("Within four weeks the Council will:"),), "103", items=items),
        Paragraph("p104", "Paragraph 104", (Run(_SHORT),), "104", items=(TextItem((Run("a bullet;"),)),)),
        Paragraph("p104-1", "Paragraph without a number, p104-1", table.caption, table=table),
        Paragraph("p104-2", "Paragraph without a number, p104-2", (Run("Investigator"),), is_signature=True),
    )
    return (
        TextSection("The complaint", "the-complaint", first),
        TextSection("Agreed action", "agreed-action", ()),
        TextSection("For the complainant", "for-the-complainant", last, 3),
    )
