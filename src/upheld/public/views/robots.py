"""`robots.txt`."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from upheld.lib.desk import DESK
from upheld.public.robots import is_indexable

RULES = f"User-agent: *\nDisallow: {DESK}/\nDisallow: /search.\nDisallow: /pack.\n"


def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers may read all but the desk, also what is not to be indexed: else they could not see it said.

    Whole files of results they may not: these would be made for nobody, again and again.
    """
    del request
    if not is_indexable():
        return HttpResponse(RULES, "text/plain; charset=utf-8")
    return HttpResponse(f"{RULES}\nSitemap: {settings.PUBLIC_URL}/sitemap.xml\n", "text/plain; charset=utf-8")
