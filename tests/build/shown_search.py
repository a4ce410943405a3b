"""Invented pages of the search, one for each state of it."""

from dataclasses import replace
from typing import Any

from tests.build.shown_page import BODIES, OUTCOMES, SCHEME, WAYS, items
from upheld.public.pages.leads import Lead
from upheld.public.pages.none_found import NoneFound
from upheld.public.pages.over_time import make_over_time
from upheld.public.pages.reference_report import ReferenceReport, UnknownReference
from upheld.public.pages.references import ReferencesPage
from upheld.public.pages.result_pages import ResultPages
from upheld.public.pages.search import Found, SearchPage, SearchPreparingPage
from upheld.public.pages.search_form import SearchForm, SortChoice
from upheld.public.pages.understood import Meant, Trouble, Understood, Widened
from upheld.public.searching import Asked, Fault
from upheld.ui.components import Choice, Counted, FilterGroup, Tag, paginate
from upheld.ui.site import Link


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
        covers="Out of the 8,214 decisions held, decided from 12 January 2021 to 3 November 2026.",
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
    fewer, unquoted = Counted("Without “Outcome”", "/search?q=x", 4), Counted("school", "/search?q=school", 2)
    best = Counted("Best match first", "/search?q=xyzzy+heron", 2)
    help_ = NoneFound((Counted("xyzzy", "", 0),), (fewer,), (unquoted,), (best,), advice)
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
