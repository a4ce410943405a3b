"""A batch: looked through, confirmed once, told one by one."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from upheld.accounts.queries.person import list_people
from upheld.accounts.requirements import person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.batch import (
    Batch,
    batch_head,
    confirm_head,
    make_batch,
    make_confirm,
    make_result,
    read_result,
    result_head,
)
from upheld.editorial.actions.approve import approve_clean
from upheld.editorial.models import Draft
from upheld.editorial.queries.queue import DraftFilters, list_by_uid, list_clean, list_drafts, list_for_approval
from upheld.lib.clock import now
from upheld.lib.dates import date_in_zone
from upheld.scheme import get_scheme

RESULT = "/desk/batch/result"
MOST = 500
_KEPT = "desk_batch"
_SHOWN = 5


@requires("batch")
@require_safe
def batch(request: HttpRequest) -> HttpResponse:
    """What waits for approval: the clean ones together, the others one by one."""
    return show(request, "batch", _batch(request), batch_head())


@requires("batch")
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """What would be approved, and when it would appear."""
    chosen = _chosen(request)
    if not chosen:
        page = _batch(request, Fault("Choose the drafts that you approve", "clean"))
        return show(request, "batch", page, batch_head(), 400)
    confirming = make_confirm(chosen, date_in_zone(now(), get_scheme().timezone), _names())
    return show(request, "batch_confirm", confirming, confirm_head(confirming))


@requires("batch")
@require_POST
def approve_many(request: HttpRequest) -> HttpResponse:
    """Approves them; what came in between keeps back only the draft that it concerns."""
    uids = [draft.uid for draft in _chosen(request)]
    results = approve_clean(uids, by=person_of(request).email, at=now(), revisions=_seen(request))
    request.session[_KEPT] = make_result(results)
    return HttpResponseRedirect(RESULT, status=303)


@requires("batch")
@require_safe
def batch_result(request: HttpRequest) -> HttpResponse:
    """What became of each at the person's last batch."""
    kept = request.session.get(_KEPT)
    if not kept:
        return HttpResponseRedirect("/desk/batch")
    page = read_result(kept)
    return show(request, "batch_result", page, result_head(page))


def _batch(request: HttpRequest, fault: Fault | None = None) -> Batch:
    person = person_of(request).email
    every = list(list_for_approval(person)[:MOST])
    own = list_drafts(DraftFilters(states=("ready",), mine=person), size=_SHOWN)
    counts = list_drafts(DraftFilters(), size=1).counts
    return make_batch(
        list_clean(person, MOST),
        every,
        own.drafts,
        own.counts.get("ready", 0),
        counts.get("checking", 0),
        today=date_in_zone(now(), get_scheme().timezone),
        names=_names(),
        fault=fault,
    )


def _names() -> dict[str, str]:
    return {one.email: str(one) for one in list_people()}


def _seen(request: HttpRequest) -> dict[str, int]:
    """The revisions that the person was shown: what changed since is not approved."""
    pairs = (one.partition(":") for one in request.POST.getlist("seen")[:MOST])
    return {uid: int(number) for uid, _, number in pairs if number.isdecimal() and len(number) < 10}


def _chosen(request: HttpRequest) -> Sequence[Draft]:
    keys = request.POST.getlist("chosen")[:MOST]
    return list_by_uid([key.removeprefix("draft:") for key in keys])
