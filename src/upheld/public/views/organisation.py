"""One organisation."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from upheld.public.frame import show
from upheld.public.pages.organisation import make_organisation, organisation_head
from upheld.public.robots import NOINDEX
from upheld.public.views.address import address
from upheld.public.views.category import read_narrowing
from upheld.register.queries.organisation import get_organisation


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Its decisions and counts of them. A former address leads to the present one."""
    body = get_organisation(slug)
    if body is None and get_organisation(slug.lower()):
        return _in_lower_case(request)
    if body is None:
        return address(request, path=f"organisations/{slug}")
    narrowing = read_narrowing(request)
    page = make_organisation(body, narrowing)
    if page is None:
        raise Http404("there is no such page of this list")
    head = organisation_head(page, body, narrowing)
    return show(request, "organisation", page, head, robots=NOINDEX if narrowing.year else "")


def _in_lower_case(request: HttpRequest) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{request.path.lower()}?{query}" if query else request.path.lower())
