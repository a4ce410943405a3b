"""Acts on many at once: looked at first, then done, then told one by one with a way back."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from upheld.accounts.requirements import may, person_of, requires
from upheld.desk.acting import Order, do, look_ahead, read_keys
from upheld.desk.asking import FIND
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.bulk import ACTS, Act, Outlook, bulk_head, make_bulk, make_result, result_head
from upheld.desk.pages.rows import row_of
from upheld.lib.clock import now
from upheld.lib.desk import in_desk
from upheld.scheme import get_scheme

RESULT = "/desk/find/result"
_KEPT = "desk_result"


@requires("hold")
@require_POST
def hold_many(request: HttpRequest) -> HttpResponse:
    """Holds the chosen drafts and decisions."""
    return _act(request, ACTS["hold"])


@requires("hold")
@require_POST
def release_many(request: HttpRequest) -> HttpResponse:
    """Releases the chosen drafts and decisions."""
    return _act(request, ACTS["release"])


@requires("prepare")
@require_POST
def send_many(request: HttpRequest) -> HttpResponse:
    """Sends the chosen drafts for checking."""
    return _act(request, ACTS["send"])


@requires("prepare")
@require_POST
def return_many(request: HttpRequest) -> HttpResponse:
    """Returns the chosen drafts with a reason."""
    return _act(request, ACTS["return"])


@requires("see")
@require_safe
def bulk_result(request: HttpRequest) -> HttpResponse:
    """What became of each at the person's last act on many."""
    kept: dict[str, Any] = request.session.get(_KEPT, {})
    act = ACTS.get(kept.get("act", ""))
    if act is None:
        return HttpResponseRedirect(FIND)
    told = {row_of(hit).key: row_of(hit) for hit in read_keys(key for key, _, _ in kept["each"])}
    outlooks = [Outlook(told[key], why_not, note) for key, why_not, note in kept["each"] if key in told]
    undo = may(person_of(request), ACTS[act.undo].permission)
    page = make_result(act, outlooks, kept["back"], may_undo=undo)
    return show(request, "bulk_result", page, result_head(page))


def _act(request: HttpRequest, act: Act) -> HttpResponse:
    hits = read_keys(request.POST.getlist("chosen"))
    back = _back(request.POST.get("back", ""))
    if not hits:
        fault = Fault(f"Choose what is to be {act.done} first")
        page = make_bulk(act, (), _reasons(act), back, fault)
        return show(request, "bulk", page, bulk_head(page), 400)
    reason, note = request.POST.get("reason", ""), request.POST.get("note", "").strip()
    if request.POST.get("step") != "do":
        page = make_bulk(act, look_ahead(act, hits), _reasons(act), back)
        return show(request, "bulk", page, bulk_head(page))
    if act.slug == "return" and not reason and not note:
        page = make_bulk(act, look_ahead(act, hits), _reasons(act), back, Fault("Say why they go back", "note"))
        return show(request, "bulk", page, bulk_head(page), 400)
    outlooks = do(act, hits, Order(person_of(request).email, now(), reason, note))
    each = [(one.row.key, one.why_not, one.note) for one in outlooks]
    request.session[_KEPT] = {"act": act.slug, "each": each, "back": back}
    return HttpResponseRedirect(RESULT, status=303)


def _reasons(act: Act) -> list[tuple[str, str]]:
    """The scheme's reasons for the act; sending needs none."""
    scheme = get_scheme()
    if act.slug == "send":
        return []
    if act.slug == "return":
        return [(reason.slug, reason.label) for reason in scheme.return_reasons]
    return [(reason.slug, reason.label) for reason in scheme.reasons_for(act.slug)]


def _back(address: str) -> str:
    """The page of the desk to go back to."""
    parts = urlsplit(address)
    return address if in_desk(parts.path) and not parts.netloc and not parts.scheme else FIND
