"""Any other address: that of a subject or a decision, or one that has moved."""

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from upheld.analysis.references import Reference
from upheld.public.views.category import category
from upheld.public.views.decision import decision, unknown_reference
from upheld.public.views.tails import follow_tail
from upheld.register.queries.category import get_category
from upheld.register.queries.former_address import get_new_address
from upheld.register.queries.place import is_shown
from upheld.register.queries.reference import get_decision
from upheld.scheme import get_scheme

_PLACE = re.compile(r"/decisions/([a-z0-9-]{1,200})(?:/([a-z0-9-]{1,200}))?", re.ASCII)
_OF_ONE = re.compile(r"/(?:organisations|law)/[a-z0-9-]+|/law/[a-z0-9-]+/[a-z0-9-]+")
_LONGEST = 500


def address(request: HttpRequest, path: str) -> HttpResponse:
    """A decision by the reference at the end or before a tail, else a subject, else where the address leads now."""
    where = f"/{path}".rstrip("/")
    if len(where) > _LONGEST or "\x00" in where:
        raise Http404("no address is that long")
    if answer := follow_tail(request, where):
        return answer
    reference = get_scheme().pattern.at_end(where)
    if reference and (known := get_decision(reference)):
        return decision(request, known, reference)
    return _place(request, where, reference)


def _place(request: HttpRequest, where: str, reference: Reference | None) -> HttpResponse:
    found = _PLACE.fullmatch(where.lower())
    if found and (known := get_category(found[1], found[2])) and is_shown(known.pk):
        here = known.get_absolute_url()
        return category(request, known) if request.path == here else _moved(request, here)
    if new := get_new_address(where.lower()):
        return _moved(request, new)
    if reference:
        return unknown_reference(request, reference)
    if request.path != where and where and _is_ours(where):
        return _moved(request, where)
    raise Http404("nothing is at this address")


def _is_ours(where: str) -> bool:
    """Whether the address without its last slash is that of a page."""
    pages = {
        "/about", "/accessibility", "/cases-like-mine", "/cookies", "/decisions", "/how-to-read-a-decision", "/law",
        "/organisations", "/pack", "/privacy-settings", "/references", "/search", "/search/dictionary", "/search/help",
        "/search/take-away",
    }  # fmt: skip
    return where in pages or _OF_ONE.fullmatch(where) is not None


def _moved(request: HttpRequest, where: str) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{where}?{query}" if query else where)
