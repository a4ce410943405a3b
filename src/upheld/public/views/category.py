"""Subjects."""

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from upheld.public.addresses import page_number, with_pairs
from upheld.public.frame import show
from upheld.public.pages.category import Subject, category_head, make_category
from upheld.public.pages.listing import Narrowing
from upheld.public.robots import NOINDEX, join, place_robots
from upheld.register.models import Category

_YEAR = re.compile(r"[0-9]{4}", re.ASCII)


def everything(request: HttpRequest) -> HttpResponse:
    """All subjects and the newest decisions of all. One type of document is a matter for the search."""
    if kind := request.GET.get("type"):
        return HttpResponseRedirect(with_pairs("/search", [("type", kind), ("sort", "newest")]))
    return category(request, None)


def category(request: HttpRequest, found: Category | None) -> HttpResponse:
    """A category or subcategory."""
    narrowing, subject = read_narrowing(request), Subject(found)
    page = make_category(subject, narrowing)
    if page is None:
        raise Http404("there is no such page of this list")
    robots = NOINDEX if narrowing.year or narrowing.type else ""
    return show(
        request, "category", page, category_head(page, subject, narrowing), robots=join(robots, _robots_of(found))
    )


def read_narrowing(request: HttpRequest) -> Narrowing:
    """The page, year and type in the address. Raises Http404 for a page or year that none can be."""
    year, page = request.GET.get("year", ""), page_number(request.GET.get("page", ""))
    if page is None or (year and not _YEAR.fullmatch(year)) or year == "0000":
        raise Http404("there is no such page of this list")
    return Narrowing(page, int(year) if year else None, request.GET.get("type", ""))


def _robots_of(found: Category | None) -> str:
    if found is None:
        return ""
    return place_robots(found.parent.slug, found.slug) if found.parent else place_robots(found.slug)
