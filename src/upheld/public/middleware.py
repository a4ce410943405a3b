"""What every answer carries besides its own: policies for browsers, and a word for search engines."""

from collections.abc import Callable

from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from upheld.lib.arrivals import BusyError, NotArrivedError, size_of, to_public
from upheld.lib.desk import in_desk
from upheld.public.pages.cases_like_mine import ADDRESS as CASES
from upheld.public.robots import NOINDEX, site_robots
from upheld.public.views import cases_like_mine as cases
from upheld.public.views.errors import bad_request, method_not_allowed, not_taken_in
from upheld.register.queries.register import is_demo

GetResponse = Callable[[HttpRequest], HttpResponse]
MOST_BYTES, MOST_FIELDS = 65_536, 50
MOST_TOLD = 600_000
"""Bytes in which somebody tells their case: 50,000 characters of any script as forms send them."""
FORMS = (CASES, "/privacy-settings", "/recognised/")
"""Where the addresses begin to which something may be sent."""
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def security_headers(get_response: GetResponse) -> GetResponse:
    """Adds the headers that no page sets by itself, also to what is refused before other middleware sees it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request) if _is_for_us(request) else bad_request(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if "Content-Security-Policy" not in response and not settings.DEBUG:  # Django's own debug pages need more
            response["Content-Security-Policy"] = build_policy()
        if "X-Robots-Tag" not in response and (robots := _robots()):
            response["X-Robots-Tag"] = robots
        return response

    return middleware


def small_requests(get_response: GetResponse) -> GetResponse:
    """Takes in what forms send, before anything else reads it; refuses what no reader sends. The desk has its own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        refused = None if in_desk(request.path_info) else _refused(request)
        return refused or get_response(request)

    return middleware


def _refused(request: HttpRequest) -> HttpResponse | None:
    """The answer to what is too much, which is not read. What comes with a GET never is."""
    told = request.path_info == CASES and request.method == "POST"
    too_much = cases.too_large if told else bad_request
    if size_of(request, MOST_TOLD + 1) > (MOST_TOLD if told else MOST_BYTES):
        return too_much(request)
    fields = str(request.META.get("QUERY_STRING", "")).count("&")
    if request.method == "POST":
        if refused := _not_taken_in(request, cases.not_taken_in if told else not_taken_in):
            return refused
        fields = max(fields, request.body.count(b"&"))
    return None if fields < MOST_FIELDS else too_much(request)


def _not_taken_in(request: HttpRequest, say: Callable[[HttpRequest, int], HttpResponse]) -> HttpResponse | None:
    """The answer where nothing can be sent to the address, or cannot be taken in; None when it is here."""
    if not request.path_info.startswith(FORMS):
        return method_not_allowed(request, ["GET", "HEAD"])
    try:
        to_public.take_in(request)
    except BusyError:
        return say(request, 503)
    except NotArrivedError:
        return say(request, 408)
    return None


def _is_for_us(request: HttpRequest) -> bool:
    """Whether the request names a host of this deployment: a page made for another must never be kept or sent."""
    try:
        request.get_host()
    except DisallowedHost:
        return False
    return True


def _robots() -> str:
    """What holds for the whole site. When the register cannot be read, nothing is to be indexed."""
    try:
        return site_robots(demo=is_demo())
    except DatabaseError:
        return NOINDEX
