"""What every answer carries besides its own: policies for browsers, and a word for search engines."""

from collections.abc import Callable

from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from upheld.public.robots import NOINDEX, site_robots
from upheld.public.views.errors import bad_request
from upheld.register.queries.register import is_demo

GetResponse = Callable[[HttpRequest], HttpResponse]
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
