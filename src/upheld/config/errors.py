"""What answers where something did not work: the desk's pages in the desk, the public ones everywhere else."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from upheld.desk.views import errors as desk
from upheld.lib.desk import DESK, in_desk
from upheld.public.views import errors as public


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return desk.bad_request(request) if in_desk(request.path_info) else public.bad_request(request, exception)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    if in_desk(request.path_info):
        return desk.forbidden(request, exception)
    return public.forbidden(request, exception)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without the desk's token; why is for the log of a developer, not for people."""
    del reason
    return desk.form_refused(request)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return desk.not_found(request) if in_desk(request.path_info) else public.not_found(request, exception)


def desk_address(request: HttpRequest) -> HttpResponse:
    """Below the desk nothing is looked up as a public address; without its last stroke, the desk is meant."""
    return HttpResponseRedirect(f"{DESK}/") if request.path_info == DESK else desk.not_found(request)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429, which allauth asks for by the name of the handler."""
    del exception
    return desk.too_many(request)


def server_error(request: HttpRequest) -> HttpResponse:
    """500."""
    return desk.server_error(request) if in_desk(request.path_info) else public.server_error(request)
