"""A search as a feed."""

import datetime as dt
from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from upheld.lib.clock import now
from upheld.public.exports.as_atom import Feed, write_atom
from upheld.public.exports.description import in_words, notice
from upheld.public.pages.about import author
from upheld.public.queries.feed import list_feed, list_removed
from upheld.public.robots import NOINDEX, with_robots
from upheld.public.searching import Asked, Place
from upheld.public.views.exports import saying_why
from upheld.public.wanted import Wanted
from upheld.scheme import get_scheme
from upheld.search import SearchResults, search

PAGE = 50
KIND = "application/atom+xml; charset=utf-8"


@saying_why
def feed(request: HttpRequest, wanted: Wanted) -> HttpResponse:
    """What came into the register last of what the search finds, fifty a page."""
    del request
    asked = replace(wanted.asked, sort="", chosen=())
    place = asked.place
    results = search(
        replace(wanted.request, sort="added", page_size=PAGE, at=place.at, after=place.after, before=place.before)
    )
    response = HttpResponse(_write(asked, results), KIND)
    response["X-Upheld-Reads"] = f"search={results.cursor}"
    return with_robots(response, NOINDEX)


def _write(asked: Asked, results: SearchResults) -> bytes:
    entries = list_feed(results.decision_ids)
    removed = [] if asked.place.after or asked.place.before else list_removed()
    moments = [*(one.changed_at for one, _ in entries), *(one.state_at for one in removed)]
    return write_atom(_describe(asked, results, max(moments, default=_never())), entries, removed)


def _describe(asked: Asked, results: SearchResults, updated: dt.datetime) -> Feed:
    first = asked.address_at(Place(), "/search.atom")
    links = {"self": asked.address_at(asked.place, "/search.atom"), "first": first}
    for relation, place in (
        ("next", Place(at=results.at, after=results.next)),
        ("previous", Place(at=results.at, before=results.previous)),
    ):
        if place.after or place.before:
            links[relation] = asked.address_at(place, "/search.atom")
    links["alternate"] = asked.address_at(Place())
    title = f"{in_words(asked).title} – {get_scheme().brand.name}"
    return Feed(first, title, notice() or get_scheme().texts.strapline, author(), updated, links)


def _never() -> dt.datetime:
    """When nothing was ever found, nothing ever changed: the feed has to name an instant all the same."""
    return now().replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
