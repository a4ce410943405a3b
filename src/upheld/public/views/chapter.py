"""A chapter of a decision."""

from django.http import Http404, HttpRequest, HttpResponse

from upheld.analysis.references import Reference
from upheld.public.addresses import address_of
from upheld.public.frame import show
from upheld.public.pages.chapter import chapter_address
from upheld.public.pages.chapter_head import chapter_head, read_chapter
from upheld.public.robots import NOINDEX, with_robots
from upheld.public.views.decision import instead, robots_of
from upheld.public.views.searched import read_searched, way_to
from upheld.register.models import Decision
from upheld.register.models.decision import PUBLISHED


def chapter(request: HttpRequest, decision: Decision, reference: Reference, number: int) -> HttpResponse:
    """A chapter of the decision as it reads today. Its canonical address is the decision's."""
    if decision.state != PUBLISHED:
        return instead(request, decision, reference)
    canonical = chapter_address(decision.get_absolute_url(), number)
    searched = read_searched(request, canonical)
    page = read_chapter(decision, number, searched)
    if page is None:
        raise Http404("there is no such chapter")
    if searched is None and address_of(request) != canonical:
        return with_robots(way_to(request, canonical), robots_of(decision))
    robots = NOINDEX if searched else robots_of(decision)
    return show(request, "chapter", page, chapter_head(page, decision), robots=robots)
