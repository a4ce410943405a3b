"""The home page."""

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.home import home_head, make_home


def home(request: HttpRequest) -> HttpResponse:
    """What this is, and every way in."""
    page = make_home()
    return show(request, "home", page, home_head(page))
