"""Every component in every state, with invented data. Off unless SHOW_COMPONENTS is set."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upheld.scheme import get_scheme
from upheld.ui.gallery import make_gallery
from upheld.ui.site import HOME, Head, Site


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """The gallery; 404 where the deployment does not show it."""
    if not settings.SHOW_COMPONENTS:
        raise Http404("the component gallery is off; UPHELD_SHOW_COMPONENTS=1 shows it")
    context = {"page": make_gallery(), "site": _site(request), "head": _head()}
    return render(request, "ui/gallery.html", context)


def _head() -> Head:
    return Head("Components", "Every component in every state.", trail=(HOME,))


def _site(request: HttpRequest) -> Site:
    scheme = get_scheme()
    return Site(
        public_url="",
        name=scheme.brand.name,
        source_name=scheme.name,
        official=scheme.official,
        not_official=scheme.texts.not_official,
        source_address=scheme.texts.source_address,
        is_demo="demo" in request.GET,
        robots="noindex",
        address="/-/components/",
        analytics_id="G-INVENTED" if "banner" in request.GET else "",
    )
