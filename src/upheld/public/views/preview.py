"""A decision that is not public, on the page that readers would see. Other rooms ask for it; it has no address."""

import datetime as dt

from django.http import HttpRequest, HttpResponse

from upheld.public.frame import show
from upheld.public.pages.preview import make_preview
from upheld.public.robots import NOINDEX
from upheld.register.content import Content
from upheld.ui.site import Head


def preview(
    request: HttpRequest, content: Content, *, words: str, back: str, at: dt.datetime, version: int = 1
) -> HttpResponse:
    """The page, under `words` that say what it is, with the way `back`. Nobody keeps it, no search engine reads it."""
    page = make_preview(content, words=words, back=back, at=at, version=version)
    response = show(request, "preview", page, Head(f"Preview: {page.decision.title}"), robots=NOINDEX)
    response["Cache-Control"] = "no-store"
    return response
