"""The privacy settings: shown, and changed."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from upheld.lib.origin import is_ours
from upheld.public.addresses import has_saved, safe_return, with_saved
from upheld.public.consent import keep_consent, read_consent
from upheld.public.frame import SETTINGS, show
from upheld.public.pages.privacy_settings import make_privacy_settings, privacy_settings_head
from upheld.public.robots import NOINDEX
from upheld.public.views.errors import bad_request, forbidden, method_not_allowed


def privacy_settings(request: HttpRequest) -> HttpResponse:
    """GET shows the settings; POST keeps a choice and leads back to where the reader was."""
    if request.method == "POST":
        return _save(request)
    if request.method not in {"GET", "HEAD"}:
        return method_not_allowed(request, ["GET", "HEAD", "POST"])
    choice, return_to = read_consent(request), safe_return(request.GET.get("return", ""))
    page = make_privacy_settings(choice, return_to, is_saved=has_saved(request) and choice != "none")
    response = show(request, "privacy_settings", page, privacy_settings_head(), robots=NOINDEX if return_to else "")
    response["Cache-Control"] = "no-store"
    return response


def _save(request: HttpRequest) -> HttpResponse:
    choice = request.POST.get("analytical")
    if choice not in {"on", "off"} or not settings.ANALYTICS_ID:
        return bad_request(request)
    if not is_ours(request, when_silent=choice == "off"):  # a refusal can harm nobody
        return forbidden(request)
    response = HttpResponse(status=303)
    response["Location"] = with_saved(safe_return(request.POST.get("return_to", "")) or SETTINGS)
    response["Cache-Control"] = "no-store"
    keep_consent(request, response, is_on=choice == "on")
    return response
