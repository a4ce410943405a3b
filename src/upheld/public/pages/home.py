"""The home page."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from upheld.public.addresses import with_query
from upheld.public.items import make_item
from upheld.public.queries.counts import count_each, count_organisations, get_days
from upheld.public.queries.listing import get_listed, list_ids
from upheld.public.queries.part import Part
from upheld.register.queries.place import list_places
from upheld.scheme import get_scheme
from upheld.ui.components import Counted, DecisionItem
from upheld.ui.site import Head, Link

LATEST = 5


@dataclass(frozen=True, slots=True)
class HomePage:
    """What this is, a search field with `examples`, the subjects with counts, the latest decisions, and figures.

    `total` counts the published decisions, `first` and `last` are the earliest and latest day of decision among them.
    """

    strapline: str
    examples: tuple[Link, ...]
    categories: tuple[Counted, ...]
    latest: tuple[DecisionItem, ...]
    total: int
    organisations: int
    first: dt.date | None
    last: dt.date | None


def make_home() -> HomePage:
    """The page."""
    texts, places = get_scheme().texts, list_places(None)
    counts = count_each({place.slug: Part((place.pk,)) for place in places})
    days = get_days({"all": Part()})["all"]
    ids = list_ids(Part(), offset=0, limit=LATEST)
    entries = get_listed(ids)
    latest = tuple(make_item(entries[pk]) for pk in ids if pk in entries)
    return HomePage(
        strapline=texts.strapline,
        examples=_examples(texts.example_searches, latest),
        categories=tuple(
            Counted(place.name, f"/decisions/{place.slug}", counts[place.slug])
            for place in places
            if counts[place.slug]
        ),
        latest=latest,
        total=sum(counts.values()),
        organisations=count_organisations(),
        first=days.first,
        last=days.last,
    )


def home_head(page: HomePage) -> Head:
    """What the page says of itself, the search by its form included."""
    scheme = get_scheme()
    data = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": scheme.brand.name,
        "url": f"{settings.PUBLIC_URL}/",
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{settings.PUBLIC_URL}/search?q={{words}}",
            "query-input": "required name=words",
        },
    }
    return Head(scheme.brand.name, page.strapline, "/", json_ld=data, has_search=True)


def _examples(texts: Sequence[str], latest: Sequence[DecisionItem]) -> tuple[Link, ...]:
    """The scheme's examples. In place of a reference stands one that this register has, so that it leads somewhere."""
    pattern = get_scheme().pattern
    known = [latest[0].reference if latest and pattern.parse_printed(text) else text for text in texts]
    return tuple(Link(text, with_query("/search", {"q": text})) for text in known)
