"""The search page: the form, what was found and what that covers, and help where nothing was."""

from dataclasses import dataclass, replace

from upheld.lib.dates import format_date
from upheld.public.addresses import with_query
from upheld.public.items import make_item
from upheld.public.pages.alternates import feed_of
from upheld.public.pages.errors import WAYS
from upheld.public.pages.leads import CASES, Lead, make_leads
from upheld.public.pages.none_found import NoneFound, list_missing, make_none_found
from upheld.public.pages.over_time import OverTime, make_over_time
from upheld.public.pages.reference_report import ReferenceReport, look_up_list
from upheld.public.pages.result_pages import ResultPages, make_result_pages
from upheld.public.pages.search_form import SearchForm, make_form, make_tags, name_values
from upheld.public.pages.understood import Understood, make_understood
from upheld.public.queries.listing import get_listed
from upheld.public.searching import Asked, Fault, Place
from upheld.public.wanted import Wanted
from upheld.search import Marker, SearchResults, as_meant, spell
from upheld.ui.components import DecisionItem, Tag
from upheld.ui.site import HOME, Head, Link

TAKE_AWAY = "/search/take-away"
HELPS = (
    replace(CASES, text=f"{CASES.text}, and find cases like yours"),
    Link("How to search, with examples", "/search/help"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. `covers` says of how many decisions, and of which days.

    `results` are the decisions of this page, `chosen` the references of those ticked for a pack, here or on the way.
    """

    total: int
    covers: str
    results: tuple[DecisionItem, ...]
    way: ResultPages | None
    """None when nothing was found."""
    over_time: OverTime | None
    take_away: str
    """The address of these results as files; empty when there are none."""
    understood: Understood | None
    none: NoneFound | None
    missing: tuple[str, ...]
    """Parts of the query that no decision holds, where what was found holds only most of it."""
    leads: tuple[Lead, ...]
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`found` is None when the request was not understood (`form.errors` says why, status 400).

    `tags` are the chosen filters and dates, each with the address of the search without it; `clear` keeps the words
    and drops every filter. `summary` says in one sentence what was found: `31 decisions for “housing benefit”`.
    `report` is of a list of references, and `unlisted` the search without it. `ways` lead on. `begin` is the address of
    the first page, where the one that was asked for is not there.
    """

    form: SearchForm
    tags: tuple[Tag, ...]
    clear: str
    summary: str
    found: Found | None
    report: ReferenceReport | None
    ways: tuple[Link, ...]
    begin: str = ""


@dataclass(frozen=True, slots=True)
class SearchPreparingPage:
    """The index is being made (503): what was typed is kept, and everything can be browsed meanwhile."""

    query: str
    again: str
    """The address of the same search."""
    ways: tuple[Link, ...]


def make_search(wanted: Wanted, results: SearchResults) -> SearchPage:
    """The page of what was found."""
    asked = wanted.asked
    names = name_values(asked, results.counts)
    found = _found(wanted, results)
    helps = [one for one in HELPS if one.href not in {lead.link.href for lead in found.leads}]
    return SearchPage(
        form=make_form(asked, names, results.counts, has_words=bool(Marker(results.query))),
        tags=_tags(wanted, make_tags(asked, names)),
        clear=asked.without_filters().address(),
        summary=_summary(wanted, results),
        found=found,
        report=look_up_list(wanted.listed).report if wanted.listed else None,
        ways=() if results.total else (*helps, *WAYS[1:]),
    )


def make_refused_search(asked: Asked, faults: tuple[Fault, ...]) -> SearchPage:
    """The page of a search that was not understood: the form as it was, and what is wrong with it."""
    names = name_values(asked, {})
    fields = {fault.field for fault in faults}
    begin = replace(asked, place=Place()).address() if asked.place.is_further and fields <= {"q", "page"} else ""
    return SearchPage(
        form=make_form(asked, names, None, faults, has_words=bool(asked.query)),
        tags=make_tags(asked, names),
        clear=asked.without_filters().address(),
        summary="",
        found=None,
        report=None,
        ways=(*HELPS, *WAYS[1:]) if "q" in fields and not begin else WAYS[1:],
        begin=begin,
    )


def make_preparing(asked: Asked) -> SearchPreparingPage:
    """The page while there is no index."""
    return SearchPreparingPage(asked.query, asked.address(), WAYS[1:])


def search_head(asked: Asked, page: SearchPage) -> Head:
    """What the page says of itself. Its address has the parameters in one order."""
    words = f"{_shorten(asked.query)} – search" if asked.query else "Search decisions"
    way = page.found.way if page.found else None
    number = f", page {asked.place.page}" if way and asked.place.page not in {None, 1} else ""
    problem = "Error: " if page.found is None else ""
    feed = feed_of(replace(asked, chosen=(), place=Place()).address("/search.atom"), words)
    return Head(
        f"{problem}{words}{number}",
        page.summary,
        asked.canonical,
        (HOME,),
        has_search=True,
        alternates=(feed,) if page.found else (),
    )


def preparing_head() -> Head:
    """What the page says of itself while there is no index."""
    return Head("The search is being prepared", trail=(HOME,), has_search=True)


def _found(wanted: Wanted, results: SearchResults) -> Found:
    asked, total = wanted.asked, results.total
    whole = replace(asked, chosen=())
    spelling = spell(wanted.request, results) if wanted.request.text else None
    return Found(
        total=total,
        covers=_covers(results),
        results=_items(asked, results),
        way=make_result_pages(asked, results),
        over_time=make_over_time(asked, results.years, total),
        take_away=whole.address_at(Place(at=results.at), TAKE_AWAY) if total else "",
        understood=make_understood(asked, results, spelling),
        none=None if total else make_none_found(wanted, results),
        missing=list_missing(results, spelling),
        leads=make_leads(wanted, results),
        chosen=asked.chosen,
    )


def _items(asked: Asked, results: SearchResults) -> tuple[DecisionItem, ...]:
    """The decisions of this page as the register has them now: one that is not published any more is left out.

    Each is linked with the words, so that they are marked in its text too: what was taken to be meant by them.
    """
    entries = get_listed(results.decision_ids)
    found = [entries[pk] for pk in results.decision_ids if pk in entries]
    marker = Marker(results.query, results.mistyped)
    items = (make_item(entry, marker.pieces(entry.summary, ("summary",))) for entry in found)
    words = {"q": as_meant(asked.query, results.mistyped) if marker else ""}
    return tuple(replace(item, href=with_query(item.href, words)) for item in items)


def _covers(results: SearchResults) -> str:
    """`Out of the 1,250 decisions held, decided from 2 May 2016 to 11 November 2026.`

    How many were found stands above it, and is not said again.
    """
    held, first, last = results.held, results.first_day, results.last_day
    if not held:
        return ""
    which = f"Out of the {held:,} decisions held" if results.total < held else "All that are held"
    if held == 1:
        which = "The only decision held" if results.total else "Out of the one decision held"
    if not first or not last:
        return f"{which}."
    days = f"on {format_date(first)}" if first == last else f"from {format_date(first)} to {format_date(last)}"
    return f"{which}, decided {days}."


def _tags(wanted: Wanted, tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """The list of references stands among the tags where it is not what the words are."""
    if not wanted.asked.refs or wanted.listed is None:
        return tags
    label = f"your list of {len(wanted.listed.references):,}"
    return (Tag("Only", label, replace(wanted.asked, refs="", place=Place()).address()), *tags)


def _summary(wanted: Wanted, results: SearchResults) -> str:
    asked, total = wanted.asked, results.total
    things = "1 decision" if total == 1 else f"{total:,} decisions" if total else "No decisions"
    lead = "with some of the words of" if results.has_most else "for"
    words = f" {lead} “{asked.query}”" if asked.query and (wanted.listed is None or asked.refs) else ""
    listed = " from your list of references" if wanted.listed else ""
    filters = " with these filters" if asked.is_narrowed else ""
    return f"{things}{words}{listed}{filters}"


def _shorten(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
