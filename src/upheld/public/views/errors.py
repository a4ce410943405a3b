"""What did not work, said so that it helps."""

from collections.abc import Sequence

import structlog
from django.http import HttpRequest, HttpResponse

from upheld.lib.arrivals import RETRY_SECONDS
from upheld.public.frame import show
from upheld.public.pages.errors import ErrorPage, error_head, make_error

log = structlog.get_logger()


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for a request that is not understood before any page sees it."""
    del exception
    return _show(request, make_error(400))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: what was sent did not come from a page of this site."""
    del exception
    return _show(request, make_error(403))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404 for an address that leads nowhere."""
    del exception
    return _show(request, make_error(404))


def method_not_allowed(request: HttpRequest, allowed: Sequence[str]) -> HttpResponse:
    """405 with the methods that are allowed."""
    response = _show(request, make_error(405))
    response["Allow"] = ", ".join(allowed)
    return response


def not_taken_in(request: HttpRequest, status: int) -> HttpResponse:
    """503 or 408: there is no place now for what is being sent, or it did not arrive."""
    response = _show(request, make_error(status))
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500. When not even the frame can be made, the bare sentence."""
    try:
        return _show(request, make_error(500))
    except Exception:
        log.exception("the error page itself failed")
        return HttpResponse("Something went wrong on our side. Please try again.", "text/plain", 500)


def _show(request: HttpRequest, page: ErrorPage) -> HttpResponse:
    response = show(request, "error", page, error_head(page), status=page.status)
    response["Cache-Control"] = "no-store"
    return response
