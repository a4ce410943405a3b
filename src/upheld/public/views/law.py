"""One law, or one provision of it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from upheld.public.addresses import page_number, with_query
from upheld.public.frame import show
from upheld.public.pages.law import MOST, law_head, make_law, make_unknown_law, unknown_law_head
from upheld.public.queries.law import PAGE_SIZE, CitingDecisions, list_citing_law
from upheld.public.views.laws import prepare, with_reads
from upheld.search import IndexNotReadyError


def law(request: HttpRequest, act: str, section: str = "") -> HttpResponse:
    """The decisions that cite it, newest first."""
    if act != act.lower() or section != section.lower():
        path = "/".join(filter(None, ("/law", act.lower(), section.lower())))
        return HttpResponsePermanentRedirect(with_query(path, {"page": request.GET.get("page", "")}))
    number = page_number(request.GET.get("page", ""))
    if number is None or number * PAGE_SIZE > MOST:
        raise Http404("there is no such page of this list")
    try:
        found = list_citing_law(act, section, number)
    except IndexNotReadyError:
        return prepare(request)
    return with_reads(_answer(request, found, act, section, number), found.cursor)


def _answer(request: HttpRequest, found: CitingDecisions, act: str, section: str, number: int) -> HttpResponse:
    page = make_law(found, section, number)
    if page is None or found.law is None:
        if found.total:
            raise Http404("there is no such page of this list")
        return show(request, "unknown_law", make_unknown_law(act), unknown_law_head(), status=404)
    return show(request, "law", page, law_head(page, found.law, section, number))
