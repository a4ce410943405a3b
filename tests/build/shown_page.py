"""Invented pages, one of each, as the views would make them."""

import datetime as dt
from dataclasses import replace
from typing import Any

from upheld.public.pages.about import AboutPage
from upheld.public.pages.accessibility import AccessibilityPage
from upheld.public.pages.category import CategoryPage, ProminentDecisions
from upheld.public.pages.cookies import CookiesPage
from upheld.public.pages.decision import DecisionPage, HistoryLine, OrganisationNote, RelatedDecision
from upheld.public.pages.decision_notice import DecisionNotice
from upheld.public.pages.errors import ErrorPage
from upheld.public.pages.home import HomePage
from upheld.public.pages.listing import DecisionListing, YearLink
from upheld.public.pages.organisation import OrganisationPage, YearRow
from upheld.public.pages.organisations import OrganisationsPage
from upheld.public.pages.privacy_settings import PrivacySettingsPage
from upheld.public.pages.remedies import RemedyLine
from upheld.public.pages.search import SearchForm, SearchPage, SearchPreparingPage, SortChoice
from upheld.public.pages.unknown_reference import UnknownReferencePage
from upheld.public.pages.version import VersionPage
from upheld.public.searching import Fault
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

SCHEME = load_scheme("lgo")
STATEMENT, REPORT = SCHEME.document_types
OUTCOMES = SCHEME.outcomes
GALLERY = make_gallery()
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


def decision(**changed: Any) -> DecisionPage:
    """A decision with everything a decision can have."""
    made = DecisionPage(
        title="Greater Fenwick and Marsh District Council (98 000 001)",
        reference="98 000 001",
        document_type=REPORT,
        outcome=OUTCOMES[0],
        organisations=(Link(BODIES[1], "/organisations/greater-fenwick"),),
        organisation_notes=(
            OrganisationNote(
                "This council ended on 31 March 2023. Now:", Link("Fenwick Council", "/organisations/fenwick")
            ),
        ),
        rows=rows(),
        summary=GALLERY.decisions[0].summary[0][0],
        remedies=(
            RemedyLine(
                "Payment for a service missed",
                "£900",
                "agreed",
                "for the complainant, within 4 weeks",
                "pay Mr T £900 for the lessons missed;",
            ),
            RemedyLine("Apology", "", "agreed", "within 4 weeks", "apologise to Mr T and to Y;"),
            RemedyLine("Change of procedure", "", "agreed", "for everyone, within 3 months", ""),
        ),
        sections=GALLERY.sections,
        related=(RelatedDecision(Link("98 000 014", "/decisions/98-000-014")), RelatedDecision(Link("97 004 211"))),
        citation="Local Government and Social Care Ombudsman, 98 000 001, 5 April 2026, https://register.example/decisions/98-000-001",
        source_url="https://source.example/98-000-001",
        history=(
            HistoryLine(
                3,
                dt.date(2026, 8, 2),
                "Words removed",
                "To protect someone’s identity",
                None,
                is_present=True,
                is_erased=False,
            ),
            HistoryLine(
                2,
                dt.date(2026, 6, 9),
                "Corrected",
                "To correct a mistake of fact",
                None,
                is_present=False,
                is_erased=True,
            ),
            HistoryLine(
                1, dt.date(2026, 5, 17), "Added", "", "/decisions/x/versions/1", is_present=False, is_erased=False
            ),
        ),
        more=(Link("School transport", "/decisions/education/school-transport"),),
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
        rows(),
        decision().summary,
        GALLERY.sections,
    )


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
    return replace(SearchForm("school transport", "2024", "", groups, sorts), **changed)


def search(**changed: Any) -> SearchPage:
    """Results with chosen filters."""
    tags = (Tag("Outcome", "Upheld", "/search?q=x&from=2024"), Tag("Decided from", "1 January 2024", "/search?q=x"))
    made = SearchPage(
        search_form(),
        tags,
        "/search?q=x",
        "31 decisions for “school transport”",
        31,
        items(marked=True),
        paginate(1, 31, 10, "/search?q=x&page={}".format),
        "",
        (),
        (),
    )
    return replace(made, **changed)


def refused_search() -> SearchPage:
    """A search with a day that no calendar has."""
    errors = (Fault("from", "“31/2/2022” is not a date we understand; write it like 5/4/2022 or 2022"),)
    form = search_form(decided_from="31/2/2022", errors=errors)
    return search(form=form, tags=(), results=None, pages=None, summary="", total=0)


def empty_search() -> SearchPage:
    """A search that found nothing."""
    advice = ("No decision has all of these words.", "Try fewer words, or remove a filter.")
    return search(results=(), pages=None, total=0, summary="No decisions for “xyzzy”", help=advice, ways=WAYS)


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
            remedies=(),
            related=(),
            history=decision().history[-1:],
            document_type=STATEMENT,
            organisation_notes=(),
        ),
    ),
    "version": ("version", version()),
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
