"""What the desk has and the public site has not: sessions, people, messages, forms with cookies, limits of its own.

Each is wrapped so that a request for any other address passes it by: public pages set and read no cookie.
"""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

from upheld.accounts.requirements import to_sign_in
from upheld.accounts.rules import Ages, why_over
from upheld.desk.views.errors import not_taken_in, too_large
from upheld.desk.views.unsent import to_send_again
from upheld.lib.arrivals import BusyError, NotArrivedError, size_of, to_desk
from upheld.lib.desk import in_desk

GetResponse = Callable[[HttpRequest], HttpResponse]
HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "same-origin",  # with none, browsers send forms without saying that they come from our pages
}
BEGAN, SEEN = "upheld_began_at", "upheld_seen_at"
SMALL, LARGEST = 65_536, 210_000_000  # bytes of a request: a form of anybody's, and 200 MB of files with their frame
SIGN_IN = "/desk/account/sign-in?"
NOTED_EVERY = 60  # seconds between two notes that somebody is still there


class _WithinDesk:
    """A middleware of Django that acts in the desk only."""

    kind: Callable[[GetResponse], Any]

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response
        self._inner = self.kind(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self._inner if in_desk(request.path_info) else self._get_response
        response: HttpResponse = answer(request)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        look = getattr(self._inner, "process_view", None)
        refused: HttpResponse | None = (
            look(request, view, args, kwargs) if look and in_desk(request.path_info) else None
        )
        return refused


class Sessions(_WithinDesk):
    """Django's sessions, in the desk only."""

    kind = SessionMiddleware


class Forms(_WithinDesk):
    """Django's protection of forms against other sites, in the desk only."""

    kind = CsrfViewMiddleware


class People(_WithinDesk):
    """Who is signed in, in the desk only."""

    kind = AuthenticationMiddleware


class Messages(_WithinDesk):
    """Messages that stay until they are seen, in the desk only."""

    kind = MessageMiddleware


def headers(get_response: GetResponse) -> GetResponse:
    """No answer of the desk is kept by anybody, or found by a search engine."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if in_desk(request.path_info):
            for name, value in HEADERS.items():
                response.headers[name] = value
        return response

    return middleware


def ages(get_response: GetResponse) -> GetResponse:
    """Ends a session in which nothing happened for long, or that is old: people at a screen left open are not us."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if in_desk(request.path_info) and request.user.is_authenticated:
            _end_or_note(request, time.time())
        return get_response(request)

    return middleware


def _end_or_note(request: HttpRequest, now: float) -> None:
    began, seen = request.session.get(BEGAN, now), request.session.get(SEEN, now)
    limits = Ages(idle=settings.DESK_IDLE_MINUTES * 60, whole=settings.DESK_HOURS * 3_600)
    if why := why_over(began, seen, now, limits):
        logout(request)
        messages.info(request, why)
        return
    if BEGAN not in request.session:
        request.session[BEGAN] = now
    if SEEN not in request.session or now - seen > NOTED_EVERY:
        request.session[SEEN] = now


def uploads(get_response: GetResponse) -> GetResponse:
    """Takes in forms. Refuses files of strangers before they are read, and more at once than the desk takes in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not in_desk(request.path_info) or not (size := size_of(request, LARGEST + 1)):
            return get_response(request)
        try:
            return _take_in(request, size, get_response)
        except BusyError:
            return not_taken_in(request, 503)
        except NotArrivedError:
            return not_taken_in(request, 408)

    return middleware


def _take_in(request: HttpRequest, size: int, get_response: GetResponse) -> HttpResponse:
    if size <= SMALL:
        if request.method == "POST":
            to_desk.take_in(request)
        return get_response(request)
    if not request.user.is_authenticated:
        return to_sign_in(request)
    if size > LARGEST:
        return too_large(request)
    with to_desk.place():
        return get_response(request)


def unsent(get_response: GetResponse) -> GetResponse:
    """Gives back what somebody typed whose session ended meanwhile: it is sent again once they are signed in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if in_desk(request.path_info) and response.headers.get("Location", "").startswith(SIGN_IN):
            return to_send_again(request) or response
        return response

    return middleware
