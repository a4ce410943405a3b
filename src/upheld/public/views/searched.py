"""A decision that is read with the words of a search: the page at its address with `?q=` behind it."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect

from upheld.public.addresses import address_of, read_pairs
from upheld.public.pages.marks import Searched
from upheld.search import Marker, QueryError, read_query


def read_searched(request: HttpRequest, canonical: str) -> Searched | None:
    """What is to be marked on the page at the canonical address; None where that, and a search, is not all it asks."""
    address = address_of(request)
    if address == canonical or not address.startswith(f"{canonical}?"):
        return None
    pairs = _pairs(address)
    searched = _read(pairs[0][1]) if len(pairs) == 1 and pairs[0][0] == "q" else None
    return searched if searched and pairs[0][1] == searched.query.text else None


def way_to(request: HttpRequest, canonical: str) -> HttpResponse:
    """The way from another address to the canonical one, with the search where there is something to mark."""
    words = next((value for name, value in _pairs(address_of(request)) if name == "q" and value.strip()), "")
    if not words:
        return HttpResponsePermanentRedirect(canonical)
    searched = _read(words)
    return HttpResponseRedirect(searched.address(canonical) if searched else canonical)


def _pairs(address: str) -> list[tuple[str, str]]:
    return read_pairs(address.partition("?")[2])


def _read(words: str) -> Searched | None:
    """The search; None where it is not understood, or is of facts only."""
    try:
        query = read_query(" ".join(words.replace("\x00", "\ufffd").split()))
    except QueryError:
        return None
    marker = Marker(query)
    return Searched(query, marker) if marker else None
