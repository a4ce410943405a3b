"""A chapter of a decision."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from upheld.analysis.references import Reference
from upheld.public.addresses import address_of
from upheld.public.frame import show
from upheld.public.pages.chapter import chapter_address
from upheld.public.pages.chapter_head import chapter_head, read_chapter
from upheld.public.pages.marks import Searched
from upheld.public.robots import NOINDEX, with_robots
from upheld.public.views.decision import instead, robots_of
from upheld.public.views.searched import read_searched
from upheld.register.models import Decision
from upheld.register.models.decision import PUBLISHED


def chapter(request: HttpRequest, decision: Decision, reference: Reference, number: int) -> HttpResponse:
    """A chapter of the decision as it reads today. Its canonical address is the decision's."""
    if decision.state != PUBLISHED:
        return instead(request, decision, reference)
    canonical = chapter_address(decision.get_absolute_url(), number)
    searched = read_searched(request, canonical) if address_of(request) != canonical else None
    marked = searched if isinstance(searched, Searched) else None
    page = read_chapter(decision, number, marked)
    if page is None:
        raise Http404("there is no such chapter")
    if address_of(request) != canonical and not marked:
        return with_robots(searched or HttpResponsePermanentRedirect(canonical), robots_of(decision))
    robots = NOINDEX if marked else robots_of(decision)
    return show(request, "chapter", page, chapter_head(page, decision), robots=robots)
