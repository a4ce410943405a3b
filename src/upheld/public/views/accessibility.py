"""The accessibility statement."""

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.accessibility import accessibility_head, make_accessibility


def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement."""
    return show(request, "accessibility", make_accessibility(), accessibility_head())
