"""A decision that is read with the words of a search: the page at its address with `?q=` behind it."""

from django.http import HttpRequest, HttpResponseRedirect

from upheld.public.addresses import address_of, read_pairs
from upheld.public.pages.marks import Searched
from upheld.search import Marker, QueryError, read_query


def read_searched(request: HttpRequest, canonical: str) -> Searched | HttpResponseRedirect | None:
    """What is to be marked on the page at the canonical address.

    The way to it where another address or more than a search was asked for, and to the page without marks where there
    is nothing to mark; None where nothing was searched for.
    """
    path, _, asked = address_of(request).partition("?")
    pairs = read_pairs(asked)
    words = next((value for name, value in pairs if name == "q"), "")
    if not words.strip():
        return None
    searched = _read(words)
    if searched is None:
        return HttpResponseRedirect(canonical)
    if path == canonical and pairs == [("q", searched.query.text)]:
        return searched
    return HttpResponseRedirect(searched.address(canonical))


def _read(words: str) -> Searched | None:
    """The search; None where it is not understood, or is of facts only."""
    try:
        query = read_query(" ".join(words.replace("\x00", "\ufffd").split()))
    except QueryError:
        return None
    marker = Marker(query)
    return Searched(query, marker) if marker else None
