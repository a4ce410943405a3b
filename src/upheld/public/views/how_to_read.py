"""How to read a decision."""

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.how_to_read import how_to_read_head, make_how_to_read


def how_to_read(request: HttpRequest) -> HttpResponse:
    """The parts of a decision and the scheme's words, explained."""
    return show(request, "how_to_read", make_how_to_read(), how_to_read_head())
