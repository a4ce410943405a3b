"""The words that mean the same to a search: looked at, tried, changed."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST

from upheld.accounts.requirements import person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.synonyms import Clash, TriedRow, line_faults, make_clash, make_synonyms, synonyms_head, tried_row
from upheld.desk.publicly import clock, follow
from upheld.lib.clock import now
from upheld.lib.text import UncleanTextError
from upheld.register.rules import OvertakenError
from upheld.search import IndexNotReadyError, QueryError
from upheld.search.actions import change_synonyms as changing
from upheld.search.language.synonyms import SynonymsError, read_groups
from upheld.search.queries.synonyms import get_synonyms, get_synonyms_as_of, list_changes
from upheld.search.trying import try_synonyms

PAGE = "/desk/synonyms"
_SHOWN = 30  # changes


@requires("synonyms")
@require_http_methods(["GET", "HEAD", "POST"])
def synonyms(request: HttpRequest) -> HttpResponse:
    """The list, or with `?list=` an earlier one, to be changed; POST tries it (`do=try`) or puts it in force."""
    if request.method != "POST":
        return _show(request, _asked_list(request))
    text, seen = request.POST.get("text", ""), _number(request.POST.get("seen", ""))
    if request.POST.get("do") == "try":
        return _try(request, text, seen)
    try:
        changing.change_synonyms(text, seen=seen, by=person_of(request).email, at=now())
    except SynonymsError as error:
        return _show(request, text, seen, line_faults(error.faults), status=400)
    except UncleanTextError as error:
        return _show(request, text, seen, [Fault(f"The list {error}.", "text")], status=400)
    except OvertakenError:
        return _show(request, text, clash=make_clash(text, get_synonyms(), list_changes(1)), status=409)
    return _done(request, "The list is changed")


@requires("synonyms")
@require_POST
def restore_synonyms(request: HttpRequest) -> HttpResponse:
    """Puts the scheme's own list in force again."""
    try:
        seen = _number(request.POST.get("seen", ""))
        changing.restore_synonyms(seen=seen, by=person_of(request).email, at=now())
    except OvertakenError as error:
        return _show(request, get_synonyms().text, faults=[Fault(f"{error}.")], status=409)
    return _done(request, "The list is what the scheme comes with")


def _done(request: HttpRequest, what: str) -> HttpResponse:
    messages.success(request, f"{what}. Every search uses it since {clock(follow(request))}.")
    return HttpResponseRedirect(PAGE, status=303)


def _try(request: HttpRequest, text: str, seen: int) -> HttpResponse:
    """The page with what a search finds by the list as it stands in the form."""
    asked = request.POST.get("try", "").strip()
    faults = line_faults(read_groups(text)[1])
    tried = None
    try:
        tried = tried_row(asked, try_synonyms(asked, text)) if asked else None
    except (QueryError, IndexNotReadyError) as error:
        faults = [*faults, Fault(f"{error}.", "try")]
    return _show(request, text, seen, faults, asked=asked, tried=tried)


def _show(
    request: HttpRequest, text: str, seen: int | None = None, faults: Sequence[Fault] = (), *, asked: str = "",
    tried: TriedRow | None = None, clash: Clash | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    current, number = get_synonyms(), _number(request.GET.get("list", "")) if request.method == "GET" else 0
    page = make_synonyms(
        text, current, list_changes(_SHOWN), seen=current.number if seen is None else seen, faults=faults,
        asked=asked, tried=tried, clash=clash, shown=number,
    )  # fmt: skip
    return show(request, "synonyms", page, synonyms_head(), status)


def _asked_list(request: HttpRequest) -> str:
    earlier = get_synonyms_as_of(_number(request.GET.get("list", "")))
    return (earlier or get_synonyms()).text


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
