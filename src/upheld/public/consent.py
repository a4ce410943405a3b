"""The one cookie of this site: what its reader chose about analytical cookies."""

import re
from collections.abc import Iterator
from http.cookies import Morsel, SimpleCookie
from itertools import product

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from upheld.ui.components import Cookie
from upheld.ui.site import Consent

COOKIE = "upheld_privacy"
YEAR = 365 * 24 * 60 * 60
PROVIDER = "Google Analytics"
_ANALYTICAL = re.compile(r"_ga(_[A-Za-z0-9]{1,40})?")  # names that the provider gives; others are not ours to echo

ANALYTICAL_SOURCES = {
    "script-src": ["https://www.googletagmanager.com"],
    "img-src": ["https://*.google-analytics.com", "https://www.googletagmanager.com"],
    "connect-src": [
        "https://*.google-analytics.com",
        "https://*.analytics.google.com",
        "https://www.googletagmanager.com",
    ],
}
"""What the security policy of a page allows besides, for visitors who have switched analytical cookies on."""


def required_cookies() -> tuple[Cookie, ...]:
    """The cookie that remembers a choice. Where there is nothing to choose it is never set."""
    purpose = "Remembers what you chose in the privacy settings. It is set only when you choose."
    if not settings.ANALYTICS_ID:
        purpose = "Remembers a choice in the privacy settings. There is none to make at present, so it is not set."
    return (Cookie(COOKIE, purpose, "One year"),)


def analytical_cookies() -> tuple[Cookie, ...]:
    """The cookies that the provider sets once a visitor has switched them on; none without a provider."""
    if not settings.ANALYTICS_ID:
        return ()
    return (
        Cookie("_ga", "Tells one visitor from another by a random number, to count visits.", "Two years"),
        Cookie(f"_ga_{settings.ANALYTICS_ID.removeprefix('G-')}", "Remembers the state of a visit.", "Two years"),
    )


def read_consent(request: HttpRequest) -> Consent:
    """The choice. Anything but one of the two exact values is no choice, and so is any without a provider."""
    value = request.COOKIES.get(COOKIE)
    if value == "on":
        return "on"
    return "refused" if value == "refused" else "none"


def keep_consent(request: HttpRequest, response: HttpResponse, *, is_on: bool) -> None:
    """Remembers the choice for a year. A refusal also removes what the provider has set."""
    value = "on" if is_on else "refused"
    secure = request.is_secure()
    response.set_cookie(COOKIE, value, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")
    if not is_on:
        _remove_analytical(request, response)


def _remove_analytical(request: HttpRequest, response: HttpResponse) -> None:
    """The provider sets its cookies for the widest domain it may: each domain above this host is tried."""
    names = [name for name in request.COOKIES if _ANALYTICAL.fullmatch(name)][:20]
    domains = ["", *_domains(request.get_host().rpartition(":")[0] or request.get_host())]
    for name, domain in product(names, domains):
        response.cookies[f"{name} {domain}"] = _expired(name, domain)


def _domains(host: str) -> Iterator[str]:
    """`www.example.org` and `example.org` for the former; nothing for an address in numbers."""
    labels = host.split(".")
    if labels[-1].isdecimal() or ":" in host:
        return
    for start in range(len(labels) - 1):
        yield ".".join(labels[start:])


def _expired(name: str, domain: str) -> "Morsel[str]":
    cookies = SimpleCookie({name: ""})
    cookies[name].update({"max-age": "0", "expires": "Thu, 01 Jan 1970 00:00:00 GMT", "path": "/", "domain": domain})
    return cookies[name]
