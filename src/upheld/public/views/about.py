"""What this register is."""

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.about import about_head, make_about


def about(request: HttpRequest) -> HttpResponse:
    """The scheme's words, and what the register covers."""
    page = make_about()
    return show(request, "about", page, about_head(page))
