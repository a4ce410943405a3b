"""The cookies, on a page of their own."""

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.cookies import cookies_head, make_cookies


def cookies(request: HttpRequest) -> HttpResponse:
    """Every cookie this site may set."""
    return show(request, "cookies", make_cookies(), cookies_head())
