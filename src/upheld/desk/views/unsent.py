"""What somebody typed comes back to them where it cannot be taken: they were signed out, or signed in anew."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError

from upheld.accounts.models import Person
from upheld.desk.frame import show
from upheld.desk.pages.unsent import UnsentPage, make_not_taken, make_unsent, unsent_head
from upheld.lib.origin import is_ours
from upheld.ui.site import Link

ACCOUNT = "/desk/account/"  # passwords and codes are never shown again
LARGEST = 1_000_000  # bytes: held in memory, never written to a disk


def to_send_again(request: HttpRequest) -> HttpResponse | None:
    """The page with what was typed, to be sent again; None where nothing was, or where no page of ours sent it."""
    if request.method != "POST" or request.path.startswith(ACCOUNT) or not is_ours(request, when_silent=False):
        return None
    if not int(request.META.get("CONTENT_LENGTH") or 0) <= LARGEST:
        return None
    page = _page(request)
    return show(request, "unsent", page, unsent_head(page), 403) if page else None


def not_taken(request: HttpRequest, why: str, way: Link, *, again: bool = False) -> HttpResponse:
    """409: what cannot be kept any more, given back to whoever wrote it. `again` if it can be sent once more."""
    page = make_not_taken(why, request.get_full_path(), dict(request.POST.lists()), way, again=again)
    return show(request, "unsent", page, unsent_head(page), 409)


def _page(request: HttpRequest) -> UnsentPage | None:
    try:
        sent, had_files = dict(request.POST.lists()), any(one.size for many in request.FILES.lists() for one in many[1])
    except (SuspiciousOperation, MultiPartParserError):
        return None
    is_signed_in = isinstance(request.user, Person)
    return make_unsent(request.get_full_path(), sent, is_signed_in=is_signed_in, had_files=had_files)
