"""The sitemap: an index, and its parts."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from upheld.lib.dates import date_in_zone
from upheld.public.queries.sitemap import list_changed, list_decisions, list_organisations
from upheld.public.robots import decision_robots, is_indexable, place_robots
from upheld.register.queries.place import list_places
from upheld.scheme import get_scheme

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PAGES = (
    "/", "/decisions", "/organisations", "/how-to-read-a-decision", "/about", "/accessibility", "/cookies",
    "/privacy-settings", "/references",
)  # fmt: skip
Entry = tuple[str, str]


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The parts of the sitemap; none where the site is not to be indexed."""
    del request
    if not is_indexable():
        return _answer(f"<sitemapindex {_SPACE}><!-- This site is not to be indexed. --></sitemapindex>")
    zone = get_scheme().timezone
    parts = [(f"decisions-{part}", date_in_zone(at, zone).isoformat()) for part, at in list_changed().items()]
    entries = [(f"/sitemaps/{name}.xml", day) for name, day in [("pages", ""), ("organisations", ""), *parts]]
    return _answer(f"<sitemapindex {_SPACE}>{_entries('sitemap', entries)}</sitemapindex>")


def sitemap(request: HttpRequest, name: str) -> HttpResponse:
    """One part: `pages`, `organisations`, `decisions-1` and so on."""
    del request
    kind, _, number = name.partition("-")
    if not is_indexable():
        raise Http404("this site is not to be indexed")
    if name == "pages":
        entries = _pages()
    elif name == "organisations":
        entries = [(f"/organisations/{slug}", "") for slug in list_organisations()]
    elif kind == "decisions" and number.isascii() and number.isdecimal() and 0 < int(number[:9]) == int(number):
        entries = _decisions(int(number))
    else:
        raise Http404("the sitemap has no such part")
    if not entries:
        raise Http404("the sitemap has no such part")
    return _answer(f"<urlset {_SPACE}>{_entries('url', entries)}</urlset>")


def _pages() -> list[Entry]:
    entries = [(path, "") for path in PAGES]
    for place in list_places(None):
        if not place_robots(place.slug):
            entries.append((f"/decisions/{place.slug}", ""))
            entries += [
                (f"/decisions/{place.slug}/{part.slug}", "")
                for part in list_places(place.pk)
                if not place_robots(place.slug, part.slug)
            ]
    return entries


def _decisions(part: int) -> list[Entry]:
    zone = get_scheme().timezone
    return [
        (one.path, date_in_zone(one.changed_at, zone).isoformat())
        for one in list_decisions(part)
        if not decision_robots(one.reference, one.category, one.subcategory)
    ]


def _entries(element: str, entries: Iterable[Entry]) -> str:
    return "".join(
        f"<{element}><loc>{escape(settings.PUBLIC_URL + path)}</loc>"
        + (f"<lastmod>{day}</lastmod>" if day else "")
        + f"</{element}>\n"
        for path, day in entries
    )


def _answer(text: str) -> HttpResponse:
    return HttpResponse(_XML + text + "\n", "application/xml")
