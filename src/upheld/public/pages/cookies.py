"""The cookies, on a page of their own."""

from dataclasses import dataclass

from django.conf import settings

from upheld.public.consent import PROVIDER, analytical_cookies, required_cookies
from upheld.ui.components import Cookie
from upheld.ui.site import HOME, Head


@dataclass(frozen=True, slots=True)
class CookiesPage:
    """Every cookie this site may set; `analytical` is empty where the deployment names no provider."""

    required: tuple[Cookie, ...]
    analytical: tuple[Cookie, ...]
    provider: str


def make_cookies() -> CookiesPage:
    """The page."""
    return CookiesPage(required_cookies(), analytical_cookies(), PROVIDER if settings.ANALYTICS_ID else "")


def cookies_head() -> Head:
    """What the page says of itself."""
    return Head(
        "Cookies", "The cookies this site may set, what each is for, and how long it is kept.", "/cookies", (HOME,)
    )
