"""The search page: the form, what was found, and help where nothing was."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from upheld.public.items import make_item, place_name
from upheld.public.pages.errors import WAYS
from upheld.public.pages.remedies import KINDS as REMEDY_KINDS
from upheld.public.queries.filters import name_categories, name_kinds, name_organisations
from upheld.public.queries.listing import get_listed
from upheld.public.searching import FILTERS, PAGE_SIZE, SORTS, TITLES, Asked, Fault, Place
from upheld.scheme import get_scheme
from upheld.search import SearchResults, mark
from upheld.ui.components import Choice, DecisionItem, FilterGroup, Pagination, Tag, paginate
from upheld.ui.site import HOME, Head, Link

MOST_PAGES = 1_000
MOST_ORGANISATIONS = 40
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class SortChoice:
    """One order of the results. `value` is for the form, `href` for a link that needs no form."""

    value: str
    label: str
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What was asked, as it was typed. `groups` are the filters with counts, the chosen ones among them.

    `errors` have a `field` (`q`, `from`, `to` or `filters`) and a `message`.
    """

    query: str
    decided_from: str
    decided_to: str
    groups: tuple[FilterGroup, ...]
    sorts: tuple[SortChoice, ...]
    errors: tuple[Fault, ...] = ()

    def error(self, field: str) -> str:
        """The sentence for this field; empty when nothing is wrong with it."""
        return next((error.message for error in self.errors if error.field == field), "")


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`results` is None when the request was not understood (`form.errors` says why, status 400).

    `tags` are the chosen filters and dates, each with the address of the search without it; `clear` keeps the words
    and drops every filter. `summary` says in one sentence what was found: `31 decisions for “housing benefit”`. `note`
    says which part of the words was not used. `help` are sentences and `ways` links for when nothing was found.
    """

    form: SearchForm
    tags: tuple[Tag, ...]
    clear: str
    summary: str
    total: int
    results: tuple[DecisionItem, ...] | None
    pages: Pagination | None
    """None when nothing was found."""
    note: str
    help: tuple[str, ...]
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchPreparingPage:
    """The index is being made (503): what was typed is kept, and everything can be browsed meanwhile."""

    query: str
    again: str
    """The address of the same search."""
    ways: tuple[Link, ...]


def make_search(asked: Asked, results: SearchResults) -> SearchPage:
    """The page of what was found."""
    entries = get_listed(results.decision_ids)
    found = [entries[pk] for pk in results.decision_ids if pk in entries]
    items = tuple(make_item(entry, mark(entry.summary, results.words)) for entry in found)
    names = _names(asked, results.counts)
    return SearchPage(
        form=_form(asked, names, results.counts),
        tags=_tags(asked, names),
        clear=asked.without_filters().address(),
        summary=_summary(asked, results.total),
        total=results.total,
        results=items,
        pages=_paginate(asked, results.total) if results.total else None,
        note=results.note or "",
        help=() if results.total else _help(asked),
        ways=() if results.total else WAYS,
    )


def make_refused_search(asked: Asked, faults: tuple[Fault, ...]) -> SearchPage:
    """The page of a search that was not understood: the form as it was, and what is wrong with it."""
    names = _names(asked, {})
    return SearchPage(
        form=_form(asked, names, None, faults),
        tags=_tags(asked, names),
        clear=asked.without_filters().address(),
        summary="",
        total=0,
        results=None,
        pages=None,
        note="",
        help=(),
        ways=WAYS[1:],
    )


def make_preparing(asked: Asked) -> SearchPreparingPage:
    """The page while there is no index."""
    return SearchPreparingPage(asked.query, asked.address(), WAYS[1:])


def search_head(asked: Asked, page: SearchPage) -> Head:
    """What the page says of itself. Its address has the parameters in one order."""
    words = f"{_shorten(asked.query)} – search" if asked.query else "Search decisions"
    number = f", page {asked.place.page}" if page.pages and asked.place.page not in {None, 1} else ""
    problem = "Error: " if page.results is None else ""
    return Head(f"{problem}{words}{number}", page.summary, asked.address(), (HOME,), has_search=True)


def preparing_head() -> Head:
    """What the page says of itself while there is no index."""
    return Head("The search is being prepared", trail=(HOME,), has_search=True)


Names = dict[str, dict[str, str]]


def _names(asked: Asked, counts: Counts) -> Names:
    """Every value that can be chosen, with its label."""
    scheme = get_scheme()
    categories, subcategories = name_categories()
    of_bodies = counts.get("organisation", {})
    most = sorted(of_bodies, key=lambda slug: -of_bodies[slug])[:MOST_ORGANISATIONS]
    bodies = name_organisations({*most, *asked.values.get("organisation", ())})
    below = {value: place_name(name, categories[value.partition("/")[0]]) for value, name in subcategories.items()}
    return {
        "outcome": {one.slug: one.name for one in scheme.outcomes},
        "type": {one.slug: one.label or one.name for one in scheme.document_types},
        "category": categories,
        "subcategory": below,
        "organisation": dict(sorted(bodies.items(), key=lambda pair: (-of_bodies.get(pair[0], 0), pair[1]))),
        "kind": name_kinds(),
        "remedy": REMEDY_KINDS,
    }


def _form(asked: Asked, names: Names, counts: Counts | None, faults: tuple[Fault, ...] = ()) -> SearchForm:
    """The form. `counts` is None when nothing was searched: then no choice says how many it would show."""
    groups = (_group(name, asked, names[name], None if counts is None else counts.get(name, {})) for name in FILTERS)
    sorts = tuple(
        SortChoice(value, label, replace(asked, sort=value, place=Place()).address(), asked.order == value)
        for value, label in SORTS.items()
        if value != "relevance" or asked.query
    )
    return SearchForm(
        query=asked.query,
        decided_from=asked.decided_from,
        decided_to=asked.decided_to,
        groups=tuple(group for group in groups if group.choices),
        sorts=sorts,
        errors=faults,
    )


def _group(name: str, asked: Asked, names: Mapping[str, str], known: Mapping[str, int] | None) -> FilterGroup:
    """A filter. Short lists keep their empty choices, so that nothing jumps; long ones show what adds something."""
    chosen, counts = asked.values.get(name, ()), known or {}
    is_short = name in {"outcome", "type"} or (known is None and name == "category")
    shown = {value: label for value, label in names.items() if is_short or value in chosen or counts.get(value)}
    choices = tuple(
        Choice(value, label, None if known is None else counts.get(value, 0), value in chosen)
        for value, label in shown.items()
    )
    left_out = len(counts) - len(choices) if name == "organisation" else 0
    title = f"{TITLES[name]} ({len(choices)} of {len(counts):,})" if left_out > 0 else TITLES[name]
    return FilterGroup(name, title, choices, is_open=name in {"outcome", "type", "category"})


def _tags(asked: Asked, names: Names) -> tuple[Tag, ...]:
    tags = [
        Tag(TITLES[name], names[name].get(value, value), asked.without(name, value).address())
        for name in FILTERS
        for value in asked.values.get(name, ())
    ]
    if asked.decided_from:
        tags.append(Tag("Decided from", asked.decided_from, replace(asked, decided_from="", place=Place()).address()))
    if asked.decided_to:
        tags.append(Tag("Decided to", asked.decided_to, replace(asked, decided_to="", place=Place()).address()))
    return tuple(tags)


def _summary(asked: Asked, total: int) -> str:
    things = "1 decision" if total == 1 else f"{total:,} decisions" if total else "No decisions"
    words = f" for “{asked.query}”" if asked.query else ""
    filters = " with these filters" if asked.is_narrowed else ""
    return f"{things}{words}{filters}"


def _help(asked: Asked) -> tuple[str, ...]:
    sentences = (
        "Check how the words are spelt, or use fewer: a decision is found only when it holds all of them."
        if asked.query
        else "",
        "Take away quotes: words in quotes must stand side by side." if '"' in asked.query else "",
        "Take away a filter: the tags above can be removed one by one." if asked.is_narrowed else "",
        f"A reference is found however it is written, {get_scheme().reference.example} for instance."
        if asked.query
        else "",
    )
    return tuple(sentence for sentence in sentences if sentence) or ("The register holds no decisions yet.",)


def _paginate(asked: Asked, total: int) -> Pagination:
    def href(number: int) -> str:
        return replace(asked, place=Place(page=number)).address()

    reachable = min(total, MOST_PAGES * PAGE_SIZE)
    pages = paginate(asked.place.page or 1, reachable, PAGE_SIZE, href)
    return replace(pages, total=total)


def _shorten(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
