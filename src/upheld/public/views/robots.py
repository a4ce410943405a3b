"""`robots.txt`."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from upheld.public.robots import is_indexable

RULES = "User-agent: *\nDisallow: /search?\nDisallow: /privacy-settings?\n"


def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read. Where nothing is to be indexed they may read all: else they could not see it said."""
    del request
    if not is_indexable():
        return HttpResponse("User-agent: *\nDisallow:\n", "text/plain; charset=utf-8")
    return HttpResponse(f"{RULES}\nSitemap: {settings.PUBLIC_URL}/sitemap.xml\n", "text/plain; charset=utf-8")
