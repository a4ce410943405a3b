"""The search."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from upheld.analysis.reference_lists import read_one
from upheld.analysis.references import Reference
from upheld.public.frame import show
from upheld.public.pages.result_pages import is_past_the_end, last_page
from upheld.public.pages.search import (
    make_preparing,
    make_refused_search,
    make_search,
    preparing_head,
    search_head,
)  # fmt: skip
from upheld.public.queries.referred import may_be_named
from upheld.public.robots import NOINDEX, with_robots
from upheld.public.searching import Asked, Fault
from upheld.public.views.decision import unknown_reference
from upheld.public.wanted import Wanted, read_wanted
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.reference import get_decision
from upheld.scheme import get_scheme
from upheld.search import IndexNotReadyError, QueryError
from upheld.search import search as find
from upheld.search.language.limits import MAX_CHARACTERS


def search(request: HttpRequest) -> HttpResponse:
    """What was found; a reference leads straight to its decision; what is not understood is said, the form kept."""
    wanted = read_wanted(request.GET)
    if reference := read_one(wanted.asked.query[:MAX_CHARACTERS], get_scheme().pattern):
        return _go_to(request, reference)
    if wanted.faults:
        return refuse(request, wanted.asked, wanted.faults)
    if request.GET.get("on"):
        return with_robots(HttpResponseRedirect(wanted.asked.address_at(wanted.asked.place)), NOINDEX)
    return _answer(request, wanted)


def prepare(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The page while there is no index: 503."""
    response = show(request, "search_preparing", make_preparing(asked), preparing_head(), status=503)
    response["Retry-After"] = "30"
    response["Cache-Control"] = "no-store"
    return response


def refuse(request: HttpRequest, asked: Asked, faults: tuple[Fault, ...]) -> HttpResponse:
    """The form as it was, with what is wrong: 400."""
    page = make_refused_search(asked, faults)
    return show(request, "search", page, search_head(asked, page), status=400)


def _answer(request: HttpRequest, wanted: Wanted) -> HttpResponse:
    asked = wanted.asked
    try:
        results = find(wanted.request)
    except QueryError as error:
        return refuse(request, asked, (Fault("q", str(error)),))
    except IndexNotReadyError:
        return prepare(request, asked)
    if is_past_the_end(asked, results):
        return refuse(request, asked, (Fault("page", _past(asked, results.total)),))
    page = make_search(wanted, results)
    response = show(request, "search", page, search_head(asked, page), robots=NOINDEX)
    response["X-Upheld-Reads"] = f"search={results.cursor}"
    return response


def _past(asked: Asked, total: int) -> str:
    if asked.place.after or asked.place.before:
        return "The list ends before this page; begin again from its first page"
    return f"There is no page {asked.place.page:,}; the last is {last_page(total):,}"


def _go_to(request: HttpRequest, reference: Reference) -> HttpResponse:
    """To the decision, or to its notice; the page that helps when the register has neither."""
    known = get_decision(reference)
    if known and known.state == PUBLISHED:
        return with_robots(HttpResponseRedirect(known.get_absolute_url()), NOINDEX)
    if known and may_be_named(known):
        return with_robots(HttpResponseRedirect(f"/decisions/{known.slug}"), NOINDEX)
    return unknown_reference(request, reference)
