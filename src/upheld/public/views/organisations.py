"""Organisations from A to Z."""

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.organisations import make_organisations, organisations_head
from upheld.public.robots import NOINDEX
from upheld.public.searching import squeeze

LONGEST = 200


def organisations(request: HttpRequest) -> HttpResponse:
    """All of them, or those that `q` finds."""
    query = squeeze(request.GET.get("q", "")[:LONGEST])
    page = make_organisations(query)
    return show(request, "organisations", page, organisations_head(page), robots=NOINDEX if query else "")
