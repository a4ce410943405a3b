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
from upheld.public.pages.how_to_read import make_how_to_read
from upheld.public.pages.leads import Lead
from upheld.public.pages.listing import DecisionListing, YearLink
from upheld.public.pages.none_found import NoneFound
from upheld.public.pages.organisation import OrganisationPage, YearRow
from upheld.public.pages.organisations import OrganisationsPage
from upheld.public.pages.over_time import make_over_time
from upheld.public.pages.privacy_settings import PrivacySettingsPage
from upheld.public.pages.reference_report import ReferenceReport, UnknownReference
from upheld.public.pages.references import ReferencesPage
from upheld.public.pages.related import RelatedGroup, RelatedLine
from upheld.public.pages.remedies import PutRight, RemedyGroup, RemedyLine
from upheld.public.pages.result_pages import ResultPages
from upheld.public.pages.search import Found, SearchPage, SearchPreparingPage
from upheld.public.pages.search_form import SearchForm, SortChoice
from upheld.public.pages.understood import Meant, Trouble, Understood, Widened
from upheld.public.pages.unknown_reference import UnknownReferencePage
from upheld.public.pages.version import VersionPage
from upheld.public.searching import Asked, Fault
from upheld.register.differences import FactChange
from upheld.scheme import load_scheme
from upheld.ui.components import (
    Bar,
    Choice,
    Cookie,
    Counted,
    DecisionItem,
    Entry,
    FilterGroup,
    Letter,
    Row,
    Segment,
    Tag,
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


def organisation(**changed: Any) -> OrganisationPage:
    """A council that another took over."""
    made = OrganisationPage(
        name=BODIES[1],
        kind="District council",
        names=("Fenwick and Marsh", "Fenwick Rural District Council"),
        started_on=dt.date(1974, 4, 1),
        ended_on=dt.date(2023, 3, 31),
        successor=Link("Fenwick Council", "/organisations/fenwick"),
        predecessors=(Link("Marsh Urban District Council", "/organisations/marsh"),),
        total=52,
        first=FIRST,
        last=LAST,
        outcomes=bar("outcomes", 31, 9, 12),
        years=tuple(
            YearRow(2026 - place, bar(f"y{place}", *counts), "/search?from=2026")
            for place, counts in enumerate([(12, 4, 5), (9, 1, 0), (10, 4, 7)])
        ),
        subjects=(Counted("School transport", "/search", 30), Counted("Special educational needs", "/search", 22)),
        listing=listing(total=52, heading="Latest decisions", noun="decision", years=()),
        search=Link("Search these 52 decisions", "/search?organisation=x"),
        feed=Link("Follow them", "/search.atom?organisation=x"),
    )
    return replace(made, **changed)


def organisations(**changed: Any) -> OrganisationsPage:
    """A list from A to Z."""
    names = sorted(
        [
            "Alderford Borough Council",
            "Ashby Borough Council",
            "Isle of Thrand Council",
            "Wexcombe City Council",
            "Greater Fenwick and Marsh District Council",
            "Bexholme County Council",
        ]
    )
    letters = tuple(
        Letter(
            letter,
            tuple(
                Entry(
                    name,
                    f"/organisations/{name.lower().replace(' ', '-')}",
                    len(name),
                    ("Fenwick",) if "Fenwick" in name else (),
                )
                for name in names
                if name.startswith(letter)
            ),
        )
        for letter in sorted({name[0] for name in names})
    )
    return replace(OrganisationsPage(query="", letters=letters, shown=6, total=6, named=5, is_whole=True), **changed)


def search_form(**changed: Any) -> SearchForm:
    """Asked for two outcomes."""
    outcomes = tuple(Choice(one.slug, one.name, 31 - 9 * place, place == 0) for place, one in enumerate(OUTCOMES))
    bodies = tuple(Choice(name.lower(), name, 9 - place) for place, name in enumerate(BODIES))
    groups = (
        FilterGroup("outcome", "Outcome", outcomes),
        FilterGroup(
            "type", "Document type", (Choice("statement", "Statement", 50), Choice("report", "Public report", 2))
        ),
        FilterGroup("organisation", "Organisation", bodies, is_open=False),
    )
    sorts = (
        SortChoice("relevance", "Relevance", "/search?q=x", is_chosen=True),
        SortChoice("newest", "Newest", "/search?q=x&sort=newest", is_chosen=False),
    )
    return replace(SearchForm("school transport", "2024", "", "", groups, sorts), **changed)


def found(**changed: Any) -> Found:
    """Thirty-one decisions of two years."""
    years = {"2024": {"upheld": 12, "not-upheld": 5}, "2026": {"upheld": 10, "closed-after-initial-enquiries": 3}}
    made = Found(
        total=31,
        covers="31 of the 8,214 decisions held, decided from 12 January 2021 to 3 November 2026.",
        results=items(marked=True),
        way=ResultPages(paginate(1, 31, 10, "/search?q=x&page={}".format), None, "", "at=7&page=2"),
        over_time=make_over_time(Asked("school transport"), years, 31),
        take_away="/search/take-away?q=x",
        understood=None,
        none=None,
        missing=("xyzzy",),
        leads=(Lead(Link("Say in your own words what happened", "/cases-like-mine"), "and see others."),),
        chosen=("98-000-000",),
    )
    return replace(made, **changed)


def search(**changed: Any) -> SearchPage:
    """Results with chosen filters."""
    tags = (Tag("Outcome", "Upheld", "/search?q=x&from=2024"), Tag("Decided from", "1 January 2024", "/search?q=x"))
    made = SearchPage(search_form(), tags, "/search?q=x", "31 decisions for “school transport”", found(), None, ())
    return replace(made, **changed)


def refused_search() -> SearchPage:
    """A search with a day that no calendar has."""
    errors = (Fault("from", "“31/2/2022” is not a date we understand; write it like 5/4/2022 or 2022"),)
    form = search_form(decided_from="31/2/2022", errors=errors)
    return search(form=form, tags=(), found=None, summary="")


def empty_search() -> SearchPage:
    """A search that was half understood and found nothing."""
    advice = ("No decision has all of these words.", "Try fewer words, or remove a filter.")
    help_ = NoneFound((Counted("xyzzy", "", 0),), (Counted("Without “Outcome”", "/search?q=x", 4),), advice)
    trouble = Trouble("school ", "(", "xyzzy", "This bracket is not closed.", "school (xyzzy)", "/search?q=y")
    meant = Meant((("school ", False), ("xylophone", True)), "/search?q=z", 3)
    other = Widened("SEN", "“special educational needs”", "/search?q=%22SEN%22")
    said = Understood(meant, (trouble,), (other,), ("A very long word was left out.",))
    none = found(results=(), way=None, total=0, over_time=None, take_away="", none=help_, understood=said)
    return search(found=none, summary="No decisions for “school (xyzzy”", ways=WAYS)


def report() -> ReferenceReport:
    """A list of references with something of everything."""
    near = Link("98 000 001a", "/decisions/98-000-001a")
    return ReferenceReport(
        summary="1 of 4 references were found",
        unknown=(UnknownReference("98 000 001", (near,)),),
        withdrawn=(Link("98 000 002", "/decisions/98-000-002"),),
        held=(Link("98 000 003", "/decisions/98-000-003"),),
        unread=("Beck Council",),
        more_unread=2,
        notes=("One reference stands in your list more than once.",),
    )


def references(**changed: Any) -> ReferencesPage:
    """A list of references that was looked up."""
    pages = paginate(1, 1, 50, "/references?page={}".format)
    ways = (Link("Search and filter within these decisions", "/search?refs=x"),)
    made = ReferencesPage("98 000 001", "", report(), items(1), pages, ways, SCHEME.reference.example, 200)
    return replace(made, **changed)


def preparing() -> SearchPreparingPage:
    """While the index is made."""
    return SearchPreparingPage("school transport", "/search?q=school+transport", WAYS)


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


PAGES: dict[str, tuple[str, Any]] = {
    "home": ("home", home()),
    "category": ("category", category()),
    "subcategory": (
        "category",
        category(
            title="Other: Education", parent=Link("Education", "/decisions/education"), subcategories=(), prominent=None
        ),
    ),
    "decision": ("decision", decision()),
    "summary-only": (
        "decision",
        decision(
            sections=(),
            contents=(),
            long_read=None,
            put_right=None,
            law=(),
            related=(),
            history=replace(history(), lines=history().lines[-1:], latest=None),
            document_type=STATEMENT,
            organisation_notes=(),
        ),
    ),
    "chapter": ("chapter", chapter(contents=())),
    "how-to-read": ("how_to_read", make_how_to_read()),
    "version": ("version", version()),
    "changes": ("changes", changes()),
    "changes-side": ("changes", changes(is_side=True)),
    "changes-withheld": (
        "changes",
        changes(withheld="To protect someone’s identity", facts=(), text=(), count=0, before=None),
    ),
    "withdrawn": ("decision_notice", notice()),
    "held": (
        "decision_notice",
        notice(kind="held", on=None, reason="", title="This decision is not available at present"),
    ),
    "erased": ("decision_notice", notice(kind="erased", number=2, title="This version was erased")),
    "organisations": ("organisations", organisations()),
    "organisations-none": ("organisations", organisations(query="xyzzy", letters=(), shown=0, is_whole=False)),
    "organisation": ("organisation", organisation()),
    "organisation-small": (
        "organisation",
        organisation(
            total=2,
            outcomes=bar("outcomes", 1, 0, 1),
            years=(),
            names=(),
            predecessors=(),
            started_on=None,
            ended_on=None,
            successor=None,
            listing=listing(2, 2, heading="Latest decisions", noun="decision", years=()),
        ),
    ),
    "search": ("search", search()),
    "search-refused": ("search", refused_search()),
    "search-empty": ("search", empty_search()),
    "search-list": ("search", search(report=report())),
    "references": ("references", references()),
    "references-refused": ("references", references(error="There is no reference in your list", report=None)),
    "search-preparing": ("search_preparing", preparing()),
    "unknown-reference": ("unknown_reference", unknown_reference()),
    "error": ("error", error()),
    "privacy-settings": ("privacy_settings", privacy()),
    "privacy-settings-saved": ("privacy_settings", privacy(choice="refused", is_saved=True)),
    "privacy-settings-without": ("privacy_settings", privacy(provider="", analytical=(), statements=())),
    "cookies": ("cookies", cookies()),
    "about": ("about", about()),
    "accessibility": ("accessibility", accessibility()),
}
"""Every template with an invented page to show: name → (template, page)."""
