"""What did not work in the desk, said so that it helps."""

import structlog
from django.http import HttpRequest, HttpResponse

from upheld.accounts.requirements import NotAllowedError
from upheld.desk.frame import show
from upheld.desk.pages.errors import DeskError, error_head, make_error, make_form_refused, make_not_allowed
from upheld.desk.views.unsent import to_send_again
from upheld.lib.arrivals import RETRY_SECONDS

log = structlog.get_logger()


def bad_request(request: HttpRequest) -> HttpResponse:
    """400 for what is not understood before any page sees it."""
    return _show(request, make_error(400))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the person's role does not allow it; the page says whose does."""
    if isinstance(exception, NotAllowedError):
        return _show(request, make_not_allowed(exception.permission, exception.roles))
    return _show(request, make_form_refused())


def form_refused(request: HttpRequest) -> HttpResponse:
    """403: the form is too old, or not ours. What was typed into one of ours is given back."""
    return to_send_again(request) or _show(request, make_form_refused())


def not_found(request: HttpRequest) -> HttpResponse:
    """404 for an address that leads nowhere."""
    return _show(request, make_error(404))


def too_large(request: HttpRequest) -> HttpResponse:
    """413 for more than is taken in at once."""
    return _show(request, make_error(413))


def not_taken_in(request: HttpRequest, status: int) -> HttpResponse:
    """503 or 408: there is no place now for what is being sent, or it did not arrive."""
    response = _show(request, make_error(status))
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def too_many(request: HttpRequest) -> HttpResponse:
    """429 for too many attempts."""
    return _show(request, make_error(429))


def server_error(request: HttpRequest) -> HttpResponse:
    """500. When not even the frame can be made, the bare sentence."""
    try:
        return _show(request, make_error(500))
    except Exception:
        log.exception("the desk's error page itself failed")
        return HttpResponse("Something went wrong on our side. Please try again.", "text/plain", 500)


def _show(request: HttpRequest, page: DeskError) -> HttpResponse:
    return show(request, "error", page, error_head(page), page.status)
