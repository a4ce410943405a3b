"""How to search."""

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.search_help import make_search_help, search_help_head


def search_help(request: HttpRequest) -> HttpResponse:
    """What can be typed into the search, with examples that run."""
    return show(request, "search_help", make_search_help(), search_help_head())
