"""The frame around every page: the deployment as this request sees it."""

from urllib.parse import quote

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from upheld.public.addresses import address_of, has_saved
from upheld.public.consent import ANALYTICAL_SOURCES, read_consent
from upheld.public.pages.about import DEMO
from upheld.public.robots import NOINDEX, join, site_robots
from upheld.register.queries.register import is_demo
from upheld.scheme import get_scheme
from upheld.ui.site import FOOTER, Head, Link, Site

SETTINGS = "/privacy-settings"


def show(
    request: HttpRequest, template: str, page: object, head: Head, *, robots: str = "", status: int = 200
) -> HttpResponse:
    """The page in its frame. `robots` is what search engines are told besides what holds for the whole site."""
    site = make_site(request, robots if status == 200 else NOINDEX)
    context = {"page": page, "head": head, "site": site}
    response = render(request, f"public/{template}.html", context, status=status)
    if site.robots:
        response["X-Robots-Tag"] = site.robots
    if site.measures:
        response._csp_update = ANALYTICAL_SOURCES  # type: ignore[attr-defined]  # what django-csp's decorator sets
    return response


def make_site(request: HttpRequest, robots: str = "") -> Site:
    """The deployment and the reader's choice. Asks the register one thing: whether it is the demo."""
    scheme, demo = get_scheme(), _is_demo()
    address = SETTINGS if request.path == SETTINGS else address_of(request)
    consent = read_consent(request)
    return Site(
        public_url=settings.PUBLIC_URL,
        name=scheme.brand.name,
        source_name=scheme.texts.source_name,
        source_address=None if demo else scheme.texts.source_address,
        official=scheme.official,
        not_official=DEMO if demo else scheme.texts.not_official,
        logo=scheme.brand.logo,
        contact=settings.CONTACT or scheme.texts.contact,
        is_demo=demo,
        robots=join(site_robots(demo=demo), robots),
        address=address,
        consent=consent,
        has_saved=has_saved(request) and consent != "none",
        analytics_id=settings.ANALYTICS_ID,
        footer=tuple(_with_return(link, address) for link in FOOTER),
    )


def _with_return(link: Link, address: str) -> Link:
    """The way to the privacy settings knows where it began, so that it can lead back."""
    if link.href != SETTINGS or address == SETTINGS:
        return link
    return Link(link.text, f"{SETTINGS}?return={quote(address, safe='/')}")


def _is_demo() -> bool:
    """A page that says the register cannot be read must not need to read it."""
    try:
        return is_demo()
    except DatabaseError:
        return False
