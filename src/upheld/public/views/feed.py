"""A search as a feed."""

import datetime as dt
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from upheld.lib.clock import now
from upheld.public.exports.as_atom import Feed, write_atom
from upheld.public.exports.description import in_words, notice
from upheld.public.exports.taking import read_taking
from upheld.public.queries.feed import list_feed, list_removed
from upheld.public.robots import NOINDEX, with_robots
from upheld.public.searching import Asked, Place
from upheld.public.views.exports import PREPARING, say
from upheld.scheme import get_scheme
from upheld.search import IndexNotReadyError, QueryError, SearchResults, search

PAGE = 50
KIND = "application/atom+xml; charset=utf-8"


def feed(request: HttpRequest) -> HttpResponseBase:
    """What came into the register last of what the search finds, fifty a page."""
    wanted = read_taking(request.GET)
    if wanted.faults:
        return say(400, "\n".join(f"{fault.message}." for fault in wanted.faults))
    asked = replace(wanted.asked, sort="", chosen=())
    place = asked.place
    try:
        results = search(
            replace(wanted.request, sort="added", page_size=PAGE, at=place.at, after=place.after, before=place.before)
        )
    except QueryError as error:
        return say(400, f"{str(error).rstrip('.')}.")
    except IndexNotReadyError:
        return say(503, PREPARING)
    response = HttpResponse(_write(asked, results), KIND)
    response["X-Upheld-Reads"] = f"search={results.cursor}"
    return with_robots(response, NOINDEX)


def _write(asked: Asked, results: SearchResults) -> bytes:
    entries = list_feed(results.decision_ids)
    removed = [] if asked.place.after or asked.place.before else list_removed()
    moments = [*(one.changed_at for one, _ in entries), *(one.state_at for one in removed)]
    return write_atom(_describe(asked, results, max(moments, default=_never())), entries, removed)


def _describe(asked: Asked, results: SearchResults, updated: dt.datetime) -> Feed:
    first = replace(asked, place=Place()).address_at(Place(), "/search.atom")
    links = {"self": replace(asked, place=Place()).address_at(asked.place, "/search.atom"), "first": first}
    for relation, place in (
        ("next", Place(at=results.at, after=results.next)),
        ("previous", Place(at=results.at, before=results.previous)),
    ):
        if place.after or place.before:
            links[relation] = replace(asked, place=Place()).address_at(place, "/search.atom")
    links["alternate"] = replace(asked, place=Place()).address()
    name = get_scheme().brand.name
    return Feed(first, f"{in_words(asked).title} – {name}", notice() or get_scheme().texts.strapline, updated, links)


def _never() -> dt.datetime:
    """When nothing was ever found, nothing ever changed: the feed has to name an instant all the same."""
    return now().replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
