"""Invented pages, one of each, as the views would make them."""

import datetime as dt
from dataclasses import replace
from typing import Any

from upheld.analysis.difference import Run as DifferenceRun
from upheld.public.pages.about import AboutPage
from upheld.public.pages.accessibility import AccessibilityPage
from upheld.public.pages.alternates import list_copies
from upheld.public.pages.category import CategoryPage, ProminentDecisions
from upheld.public.pages.changes import ChangesPage, DifferenceLine, DifferencePart
from upheld.public.pages.chapter import ChapterPage, LongRead
from upheld.public.pages.cite import Cited, make_citations
from upheld.public.pages.cited_law import CitedLaw, Provision
from upheld.public.pages.cookies import CookiesPage
from upheld.public.pages.decision import DecisionPage, OrganisationNote
from upheld.public.pages.decision_notice import DecisionNotice
from upheld.public.pages.errors import ErrorPage
from upheld.public.pages.history import History, HistoryLine
from upheld.public.pages.home import HomePage
from upheld.public.pages.listing import DecisionListing, YearLink
from upheld.public.pages.privacy_settings import PrivacySettingsPage
from upheld.public.pages.related import RelatedGroup, RelatedLine
from upheld.public.pages.remedies import PutRight, RemedyGroup, RemedyLine
from upheld.public.pages.unknown_reference import UnknownReferencePage
from upheld.public.pages.version import VersionPage
from upheld.register.differences import FactChange
from upheld.scheme import load_scheme
from upheld.ui.components import (
    Bar,
    Cookie,
    Counted,
    DecisionItem,
    Row,
    Segment,
    paginate,
)
from upheld.ui.gallery import make_gallery
from upheld.ui.site import HOME, Head, Link, Site
from upheld.ui.text import Run

SCHEME = load_scheme("lgo")
STATEMENT, REPORT = SCHEME.document_types
OUTCOMES = SCHEME.outcomes
GALLERY = make_gallery()
SUMMARY = GALLERY.decisions[0].summary[0][0]
FIRST, LAST = dt.date(2021, 1, 12), dt.date(2026, 11, 3)
WAYS = (
    Link("Search all decisions", "/search"),
    Link("Browse by subject", "/"),
    Link("Organisations", "/organisations"),
)
COOKIE = Cookie("privacy", "Remembers what you chose in privacy settings.", "One year")
ANALYTICAL = Cookie("_ga", "Tells visits apart by a random number.", "Two years")
BODIES = (
    "Alderford Borough Council",
    "Greater Fenwick and Marsh District Council",
    "Wexcombe City Council",
    "Isle of Thrand Council",
    "Organisation not stated",
)


def site(**changed: Any) -> Site:
    """The frame of a copy that is not the Ombudsman's own site."""
    made = Site(
        public_url="https://register.example",
        name="Upheld",
        source_name=SCHEME.name,
        official=False,
        not_official=SCHEME.texts.not_official,
        source_address=SCHEME.texts.source_address,
    )
    return replace(made, **changed)


def head(title: str = "A page", **changed: Any) -> Head:
    """The head of a page one below the home page."""
    return replace(Head(title, f"What {title} is about.", "/a-page", (HOME,)), **changed)


def items(count: int = 10, *, prominent: bool = False, marked: bool = False) -> tuple[DecisionItem, ...]:
    """Decisions in a list: long and short summaries, all outcomes."""
    texts = [one.summary for one in GALLERY.decisions if one.length and (marked or len(one.summary) == 1)]
    return tuple(
        DecisionItem(
            organisation=BODIES[place % len(BODIES)],
            reference=f"98 {place:03} 00{place % 10}",
            href=f"/decisions/education/school-transport/98-{place:03}-00{place % 10}",
            document_type=REPORT if prominent else STATEMENT,
            outcome=OUTCOMES[place % 3],
            subject=("School transport", "Special educational needs")[place % 2],
            decided_on=dt.date(2026, 4, 28) - dt.timedelta(days=9 * place),
            summary=texts[place % len(texts)],
        )
        for place in range(count)
    )


def listing(count: int = 10, total: int = 204, **changed: Any) -> DecisionListing:
    """A list of statements with years to narrow it."""
    years = (
        YearLink(None, 204, "/x", is_chosen=True),
        YearLink(2026, 42, "/x?year=2026", is_chosen=False),
        YearLink(2025, 162, "/x?year=2025", is_chosen=False),
    )
    pages = paginate(1, total, 10, "/x?page={}".format)
    made = DecisionListing(
        "Recent statements", "statement", items(count), pages, "decided from 12 January 2021 to 3 November 2026", years
    )
    return replace(made, **changed)


def bar(name: str, *counts: int) -> Bar:
    """A bar of this scheme's outcomes."""
    parts = zip(OUTCOMES, counts, strict=True)
    return Bar(name, tuple(Segment(one.name, one.shape, count, f"/search?outcome={one.slug}") for one, count in parts))


def home() -> HomePage:
    """The home page of a register with ten subjects."""
    subjects = tuple(
        Counted(form.name, f"/decisions/{place}", 1400 - 130 * place) for place, form in enumerate(SCHEME.categories)
    )
    examples = tuple(Link(text, "/search?q=x") for text in SCHEME.texts.example_searches)
    return HomePage(SCHEME.texts.strapline, examples, subjects, items(3), 8214, 41, FIRST, LAST)


def category(**changed: Any) -> CategoryPage:
    """A category with subcategories, reports and statements."""
    parts = tuple(
        Counted(name, f"/decisions/education/{place}", 90 - 17 * place)
        for place, name in enumerate(SCHEME.categories[3].subcategories)
    )
    reports = ProminentDecisions(
        "Recent public reports", "public report", items(5, prominent=True), 12, "/decisions/education?type=report"
    )
    return replace(CategoryPage("Education", None, 216, FIRST, LAST, parts, reports, listing()), **changed)


def rows() -> tuple[Row, ...]:
    """A label block."""
    return (
        Row(
            "Category",
            links=(
                Link("Education", "/decisions/education"),
                Link("School transport", "/decisions/education/school-transport"),
            ),
        ),
        Row("Decision", outcome=OUTCOMES[0]),
        Row("Decision date", day=dt.date(2026, 4, 5)),
        Row("Reference", text="98 000 001"),
        Row("Added to this register", day=dt.date(2026, 5, 17)),
    )


def put_right() -> PutRight:
    """Acts of every status, one of them read by a program."""
    agreed = (
        RemedyLine("", "£900", " for a service that was missed", "within 4 weeks", "pay Mr T £900 for lessons;"),
        RemedyLine("An apology", "", "", "within 4 weeks", "", Link("paragraph 103", "#p103")),
    )
    done = (RemedyLine("Records put right", "", "", "", "The Council has corrected its file."),)
    refused = (RemedyLine("", "£500", " for distress, or for time and trouble", "", ""),)
    groups = (
        RemedyGroup("agreed", "What was agreed", agreed),
        RemedyGroup("already done", "What was already done", done),
        RemedyGroup("considered, but not made", "What was considered, but not made", refused),
    )
    return PutRight("What was put right", groups, is_read=True)


def law() -> tuple[CitedLaw, ...]:
    """An Act with two of its sections, and guidance."""
    provisions = (
        Provision(
            Link("section 34(3)", "/law/an-act/34"), (Link("1", "#p1"), Link("2", "#p2")), "https://law.example/34"
        ),
        Provision(Link("section 19", "/law/an-act/19"), (Link("summary", "#summary"),)),
    )
    guidance = CitedLaw(Link("Homelessness code of guidance", "/law/homelessness-code"), (Link("103", "#p103"),), ())
    return (CitedLaw(Link("An Act 1974", "/law/an-act"), (), provisions, "https://law.example"), guidance)


def related() -> tuple[RelatedGroup, ...]:
    """Decisions of the same case, cited, citing and named."""
    same = RelatedLine(Link("Wexcombe City Council (98 000 001a)", "/decisions/98-000-001a"), "Upheld, 5 April 2026")
    cited = RelatedLine(Link("Isle of Thrand Council (98 000 014)", "/decisions/98-000-014"), "", (Link("2", "#p2"),))
    return (
        RelatedGroup("Decisions on the same case", (same,)),
        RelatedGroup("Decisions that this one cites", (cited,)),
        RelatedGroup("Decisions that cite this one", (same,), "and 12 more"),
        RelatedGroup("Related decisions", (RelatedLine(Link("97 004 211")),)),
    )


def cited() -> Cited:
    """What a citation names."""
    return Cited(
        SCHEME.name, BODIES[1], "98 000 001", "Public report", dt.date(2026, 4, 5), 3, dt.date(2026, 8, 2),
        "https://register.example/decisions/98-000-001",
    )  # fmt: skip


def decision(**changed: Any) -> DecisionPage:
    """A decision with everything a decision can have."""
    made = DecisionPage(
        title="Greater Fenwick and Marsh District Council (98 000 001)",
        reference="98 000 001",
        document_type=REPORT,
        document_href="/how-to-read-a-decision#document-report",
        outcome=OUTCOMES[0],
        outcome_href="/how-to-read-a-decision#outcome-upheld",
        decided_on=dt.date(2026, 4, 5),
        organisations=(Link(BODIES[1], "/organisations/greater-fenwick"),),
        organisation_notes=(
            OrganisationNote(
                "This council ended on 31 March 2023. Now:", Link("Fenwick Council", "/organisations/fenwick")
            ),
        ),
        rows=rows(),
        summary=((Run(SUMMARY),),),
        put_right=put_right(),
        contents=GALLERY.contents,
        long_read=LongRead(10_412, 47, "/decisions/98-000-001/chapter/1"),
        sections=GALLERY.sections,
        has_printed=True,
        law=law(),
        related=related(),
        next_steps=SCHEME.next_steps_for("upheld", "report"),
        citations=make_citations(cited()),
        copies=list_copies("/decisions/98-000-001"),
        source_url="https://source.example/98-000-001",
        history=history(),
        more=(Link("School transport", "/decisions/education/school-transport"),),
    )
    return replace(made, **changed)


def history() -> History:
    """Three versions, the second of them erased, and what became of the decision."""
    further = Link("99 000 004", "/decisions/99-000-004")
    lines = (
        HistoryLine(dt.date(2026, 10, 1), "The Ombudsman was satisfied with the response"),
        HistoryLine(dt.date(2026, 9, 1), "A further report followed", link=further),
        HistoryLine(dt.date(2026, 8, 2), "Words removed", "To protect someone’s identity", 3, "present"),
        HistoryLine(dt.date(2026, 6, 9), "Corrected", "To correct a mistake of fact", 2, "erased"),
        HistoryLine(dt.date(2026, 5, 17), "First published here", "", 1, "earlier", "/decisions/98-000-001/v/1"),
    )
    return History(lines, lines[2], dt.date(2026, 10, 1), (further,), ())


def chapter(**changed: Any) -> ChapterPage:
    """The second of three chapters."""
    made = ChapterPage(
        title="Agreed action",
        anchor="agreed-action",
        decision=Link(decision().title, "/decisions/98-000-001"),
        reference="98 000 001",
        number=2,
        of=3,
        sections=tuple(replace(one, heading=None) for one in GALLERY.sections[1:2]) + GALLERY.sections[2:],
        contents=GALLERY.contents,
        before=Link("The complaint", "/decisions/98-000-001/chapter/1"),
        after=Link("Final decision", "/decisions/98-000-001/chapter/3"),
    )
    return replace(made, **changed)


def version() -> VersionPage:
    """The first of three versions."""
    return VersionPage(
        decision().title,
        "98 000 001",
        1,
        3,
        dt.date(2026, 5, 17),
        dt.date(2026, 6, 9),
        "Corrected: to correct a mistake of fact",
        Link("Read the present version", "/decisions/x"),
        (Link("What changed in version 2", "/decisions/x/v/2/changes"),),
        rows(),
        SUMMARY,
        put_right(),
        GALLERY.sections,
        list_copies("/decisions/x/v/1"),
    )


def changes(**changed: Any) -> ChangesPage:
    """What the second version changed: a word, a new paragraph, nothing in the two after it."""

    def line(standing: Any, place: int, *runs: DifferenceRun) -> DifferenceLine:
        link = Link(f"Paragraph {place}", f"/decisions/x#p{place}")
        old, new = (tuple(run for run in runs if run.kind != kind) for kind in ("added", "removed"))
        return DifferenceLine(standing, "text", link, goes_on=False, mark=str(place), runs=runs, old=old, new=new)

    shown = (
        line(
            "changed",
            1,
            DifferenceRun("same", "It paid "),
            DifferenceRun("removed", "£300"),
            DifferenceRun("added", "£350"),
        ),
        line("added", 2, DifferenceRun("added", "It said sorry.")),
    )
    folded = tuple(line("same", place, DifferenceRun("same", "As before.")) for place in (3, 4))
    made = ChangesPage(
        title="What changed in version 2: Greater Fenwick and Marsh District Council (98 000 001)",
        reference="98 000 001",
        number=2,
        made_on=dt.date(2026, 6, 9),
        what="Corrected",
        reason="To correct a mistake of fact",
        withheld="",
        facts=(FactChange("Outcome", "not stated", "Upheld"),),
        remedies=(),
        text=(DifferencePart(shown, is_folded=False), DifferencePart(folded, is_folded=True)),
        count=2,
        is_side=False,
        here="/decisions/x/v/2/changes",
        before=Link("Version 1", "/decisions/x/v/1"),
        version=Link("Version 2", "/decisions/x/v/2"),
        others=(Link("What changed in version 3", "/decisions/x/v/3/changes"),),
    )
    return replace(made, **changed)


def notice(**changed: Any) -> DecisionNotice:
    """The notice of a withdrawn decision."""
    made = DecisionNotice(
        "withdrawn", "This decision was withdrawn", "98 000 001", dt.date(2026, 6, 9), "Published in error", None, WAYS
    )
    return replace(made, **changed)


def unknown_reference() -> UnknownReferencePage:
    """A reference that nobody has."""
    near = (Link("Wexcombe City Council (98 000 001a)", "/decisions/98-000-001a"),)
    return UnknownReferencePage("98 000 001", near, Link(SCHEME.name, "https://source.example"), WAYS)


def error(status: int = 404) -> ErrorPage:
    """An address that leads nowhere."""
    sentences = ("There is no page at this address.", "If you typed it, check that it is right.")
    return ErrorPage(status, "Page not found", sentences, WAYS)


def privacy(**changed: Any) -> PrivacySettingsPage:
    """The settings where a provider is configured and nothing has been chosen."""
    statements = ("We do not allow anyone else to use these counts.",)
    made = PrivacySettingsPage(
        (COOKIE,),
        (ANALYTICAL,),
        "Google Analytics",
        "none",
        statements,
        "https://opt-out.example",
        "/decisions",
        is_saved=False,
    )
    return replace(made, **changed)


def cookies() -> CookiesPage:
    """Both kinds of cookies."""
    return CookiesPage((COOKIE,), (ANALYTICAL,), "Google Analytics")


def about() -> AboutPage:
    """What a copy says of itself."""
    texts = SCHEME.texts
    return AboutPage(
        "Upheld",
        SCHEME.name,
        False,
        texts.not_official,
        texts.strapline,
        texts.about,
        OUTCOMES,
        SCHEME.document_types,
        SCHEME.reference.example,
        Link(texts.source_name, texts.source_address),
        "",
        8214,
        FIRST,
        LAST,
    )


def accessibility() -> AccessibilityPage:
    """The statement of a deployment that can be written to."""
    return AccessibilityPage("Upheld", "register@register.example")
