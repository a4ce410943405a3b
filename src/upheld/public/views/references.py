"""A list of references, looked up."""

from django.http import Http404, HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.references import make_references, references_head
from upheld.public.robots import NOINDEX
from upheld.public.wanted import MOST_PASTED, read_wanted


def references(request: HttpRequest) -> HttpResponse:
    """The form; with a list, exactly its decisions, and what is to be said of the other references."""
    wanted = read_wanted(request.GET)
    page = make_references(wanted, request.GET.get("refs", "").replace("\x00", "\ufffd")[:MOST_PASTED])
    if page is None:
        raise Http404("the list has no such page")
    robots = NOINDEX if request.GET else ""
    return show(request, "references", page, references_head(page), robots=robots, status=400 if page.error else 200)
