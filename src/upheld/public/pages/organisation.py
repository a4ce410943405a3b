"""One organisation: its names, its decisions, and counts of them."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from upheld.public.addresses import with_pairs, with_query
from upheld.public.items import make_item
from upheld.public.pages.alternates import feed_of
from upheld.public.pages.listing import (
    DecisionListing,
    Narrowing,
    covered,
    last_page,
    page_ids,
    paginate_list,
    year_links,
)  # fmt: skip
from upheld.public.queries.counts import Days
from upheld.public.queries.listing import get_listed
from upheld.public.queries.organisation import Facet, list_facets, list_names, list_predecessors
from upheld.public.queries.part import Part
from upheld.register.models import Organisation
from upheld.register.names import name_key
from upheld.register.queries.place import list_places
from upheld.scheme import get_scheme
from upheld.ui.components import Bar, Counted, Segment
from upheld.ui.site import HOME, Head, Link

ALL_ORGANISATIONS = Link("Organisations", "/organisations")
NOT_STATED = "Outcome not stated"


@dataclass(frozen=True, slots=True)
class YearRow:
    """The decisions of one year by outcome."""

    year: int
    bar: Bar
    href: str


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """`kind` in words or nothing; `names` are the other names it has gone by.

    `total` published decisions decided from `first` to `last` (None when no decision has a date). `outcomes` holds
    every outcome of the scheme, and "Outcome not stated" where a decision has none. No rates: counts only.
    """

    name: str
    kind: str
    names: tuple[str, ...]
    started_on: dt.date | None
    ended_on: dt.date | None
    successor: Link | None
    predecessors: tuple[Link, ...]
    total: int
    first: dt.date | None
    last: dt.date | None
    outcomes: Bar
    years: tuple[YearRow, ...]
    subjects: tuple[Counted, ...]
    listing: DecisionListing
    search: Link
    """A search within its decisions."""
    feed: Link
    """Its decisions as they come in, for a feed reader."""


def make_organisation(body: Organisation, narrowing: Narrowing) -> OrganisationPage | None:
    """The page; None when its list has no such year or page, or only decisions that are not shown name the body."""
    facets = list_facets(body.pk)
    if not facets and not body.known and body.successor is None:
        return None
    years = Counter(one.decided_on.year for one in facets if one.decided_on)
    shown = years[narrowing.year] if narrowing.year is not None else len(facets)
    if narrowing.page > last_page(shown) or narrowing.type or (narrowing.year is not None and not shown):
        return None
    ids = page_ids(Part(organisation=body.pk, year=narrowing.year), narrowing.page)
    entries, days, path = get_listed(ids), _days(facets), body.get_absolute_url()
    return OrganisationPage(
        name=body.name,
        kind=body.kind_name,
        names=tuple(name for name in list_names(body.pk) if name_key(name) != name_key(body.name)),
        started_on=body.start_on,
        ended_on=body.end_on,
        successor=_link(body.successor) if body.successor else None,
        predecessors=tuple(map(_link, list_predecessors(body.pk))),
        total=len(facets),
        first=days.first,
        last=days.last,
        outcomes=_bar("outcomes", body.slug, facets),
        years=_years(body, facets),
        subjects=_subjects(body.slug, facets),
        listing=DecisionListing(
            heading=f"Decisions of {narrowing.year}" if narrowing.year is not None else "Latest decisions",
            noun="decision",
            decisions=tuple(make_item(entries[pk]) for pk in ids if pk in entries),
            pages=paginate_list(path, narrowing, shown),
            covers=covered(days, narrowing.year),
            years=year_links(path, narrowing, years, len(facets)),
        ),
        search=Link(f"Search within decisions about {body.name}", _search(body.slug)),
        feed=Link("Follow them with a feed reader (Atom)", with_pairs("/search.atom", [("organisation", body.slug)])),
    )


def organisation_head(page: OrganisationPage, body: Organisation, narrowing: Narrowing) -> Head:
    """What the page says of itself, for people and for programs."""
    path = body.get_absolute_url()
    title = f"{page.name}, page {narrowing.page}" if narrowing.page > 1 else page.name
    data: dict[str, object] = {"@context": "https://schema.org", "@type": "Organization", "name": page.name}
    if page.names:
        data |= {"alternateName": list(page.names)}
    return Head(
        f"{title}: decisions",
        f"{page.total:,} decisions about {page.name}, by outcome, subject and year.",
        with_query(path, {"page": narrowing.page if narrowing.page > 1 else ""}),
        (HOME, ALL_ORGANISATIONS),
        json_ld=data | {"url": f"{settings.PUBLIC_URL}{path}"},
        alternates=(feed_of(page.feed.href or "", page.name),) if page.total else (),
    )


def _days(facets: Sequence[Facet]) -> Days:
    days = [one.decided_on for one in facets if one.decided_on]
    return Days(min(days, default=None), max(days, default=None))


def _bar(name: str, slug: str, facets: Sequence[Facet], of: int | None = None) -> Bar:
    counts = Counter(one.outcome for one in facets)
    segments = [
        Segment(one.name, one.shape, counts.pop(one.slug, 0), _search(slug, ("outcome", one.slug)), one.includes)
        for one in get_scheme().outcomes
    ]
    if counts:  # none, or one that the scheme no longer has
        segments.append(Segment(NOT_STATED, "none", sum(counts.values())))
    return Bar(name, tuple(segments), of)


def _years(body: Organisation, facets: Sequence[Facet]) -> tuple[YearRow, ...]:
    years: dict[int, list[Facet]] = {}
    for one in facets:
        if one.decided_on:
            years.setdefault(one.decided_on.year, []).append(one)
    most = max(map(len, years.values()), default=0)
    return tuple(
        YearRow(
            year,
            _bar(f"year-{year}", body.slug, years[year], most),
            with_query(body.get_absolute_url(), {"year": year}),
        )
        for year in sorted(years, reverse=True)
    )


def _subjects(slug: str, facets: Sequence[Facet]) -> tuple[Counted, ...]:
    """The categories with most decisions first; not one whose last decision went while this was read."""
    places = {place.pk: place for place in list_places(None)}
    counts = Counter(one.category for one in facets)
    return tuple(
        Counted(places[pk].name, _search(slug, ("category", places[pk].slug)), number)
        for pk, number in counts.most_common()
        if pk in places
    )


def _search(slug: str, *more: tuple[str, str]) -> str:
    return with_pairs("/search", [*more, ("organisation", slug), ("sort", "newest")])


def _link(body: Organisation) -> Link:
    return Link(body.name, body.get_absolute_url())
