"""What every answer carries besides its own: policies for browsers, and a word for search engines."""

from collections.abc import Callable

from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from upheld.lib.desk import in_desk
from upheld.public.pages.cases_like_mine import ADDRESS as CASES
from upheld.public.robots import NOINDEX, site_robots
from upheld.public.views.cases_like_mine import take_place, too_large
from upheld.public.views.errors import bad_request
from upheld.register.queries.register import is_demo

GetResponse = Callable[[HttpRequest], HttpResponse]
MOST_BYTES, MOST_FIELDS = 65_536, 50
MOST_TOLD = 600_000
"""Bytes in which somebody tells their case: 50,000 characters of any script as forms send them."""
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
    """Refuses what is too large for a reader to have sent, before anything reads it. The desk has limits of its own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info == CASES:
            return _told(request, get_response)
        return get_response(request) if in_desk(request.path_info) or _is_small(request) else bad_request(request)

    return middleware


def _told(request: HttpRequest, get_response: GetResponse) -> HttpResponse:
    """What somebody tells may be longer, and so many at once may send it: while it comes in, a thread waits."""
    if request.method != "POST":
        return get_response(request) if _is_small(request) else bad_request(request)
    place = take_place(request)
    if isinstance(place, HttpResponse):
        return place
    try:
        return get_response(request) if _is_small(request, MOST_TOLD) else too_large(request)
    finally:
        place.give_back()


def _is_small(request: HttpRequest, most: int = MOST_BYTES) -> bool:
    size = str(request.META.get("CONTENT_LENGTH") or "0")
    if not size.isdecimal() or int(size) > most:
        return False
    fields = max(str(request.META.get("QUERY_STRING", "")).count("&"), request.body.count(b"&"))
    return fields < MOST_FIELDS


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
