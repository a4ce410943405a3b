"""All law that decisions cite."""

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.errors import WAYS
from upheld.public.pages.laws import LawPreparingPage, laws_head, make_laws, preparing_head
from upheld.public.queries.law import list_laws
from upheld.search import IndexNotReadyError


def laws(request: HttpRequest) -> HttpResponse:
    """Every Act, instrument and guidance that a published decision cites, with counts."""
    try:
        found = list_laws()
    except IndexNotReadyError:
        return prepare(request)
    page = make_laws(found)
    return with_reads(show(request, "laws", page, laws_head(page)), found.cursor)


def prepare(request: HttpRequest) -> HttpResponse:
    """What is said while the index is made: 503, never kept."""
    page = LawPreparingPage(request.path, WAYS[1:])
    response = show(request, "law_preparing", page, preparing_head(), status=503)
    response["Retry-After"] = "30"
    response["Cache-Control"] = "no-store"
    return response


def with_reads(response: HttpResponse, cursor: int) -> HttpResponse:
    """The answer with what it was made from, so that it is kept no longer than that holds."""
    response["X-Upheld-Reads"] = f"search={cursor}"
    return response
