"""Hold, release, withdraw and restore a decision: shown first, then done."""

import datetime as dt
from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from upheld.accounts.requirements import person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.act import act_head, make_act
from upheld.desk.publicly import clock, follow
from upheld.desk.queries.one_decision import get_decision_or_404, read_around
from upheld.editorial.actions import hold as holding
from upheld.editorial.actions import withdraw as withdrawing
from upheld.lib.clock import now
from upheld.lib.dates import date_in_zone
from upheld.register.actions.move_state import ReasonError
from upheld.register.models import Decision
from upheld.register.models.decision import PUBLISHED
from upheld.register.rules import OvertakenError, RefusedError
from upheld.scheme import get_scheme

Action = Callable[..., object]
_METHODS = require_http_methods(["GET", "HEAD", "POST"])


@requires("hold")
@_METHODS
def hold(request: HttpRequest, uid: str) -> HttpResponse:
    """Takes it out of sight."""
    return _act(request, uid, "hold", holding.hold)


@requires("hold")
@_METHODS
def release(request: HttpRequest, uid: str) -> HttpResponse:
    """Puts it back where it was."""
    return _act(request, uid, "release", holding.release)


@requires("withdraw")
@_METHODS
def withdraw(request: HttpRequest, uid: str) -> HttpResponse:
    """Withdraws it."""
    return _act(request, uid, "withdraw", withdrawing.withdraw)


@requires("withdraw")
@_METHODS
def restore(request: HttpRequest, uid: str) -> HttpResponse:
    """Publishes it again."""
    return _act(request, uid, "restore", withdrawing.restore)


def _act(request: HttpRequest, uid: str, action: str, act: Action) -> HttpResponse:
    decision = get_decision_or_404(uid)
    if request.method != "POST":
        return _show(request, decision, action)
    was = decision.state
    try:
        act([decision.pk], by=person_of(request).email, at=now(), reason=request.POST.get("reason", ""))
    except (RefusedError, OvertakenError, ReasonError) as error:
        return _show(request, decision, action, [Fault(f"{error}.")], 409)
    seen_at = follow(request)
    decision.refresh_from_db()
    messages.success(request, said(decision, was, seen_at))
    return HttpResponseRedirect(f"/desk/decisions/{uid}", status=303)


def said(decision: Decision, was: str, seen_at: dt.datetime) -> str:
    """What was done, and since when readers see it."""
    state = {"embargoed": "scheduled"}.get(decision.state, decision.state)
    if PUBLISHED in (was, decision.state) and was != decision.state:
        seen = "On every page again since" if decision.state == PUBLISHED else "Gone from every page at"
        return f"{decision.reference} is {state}. {seen} {clock(seen_at)}."
    return f"{decision.reference} is {state}. Nobody outside the desk can read it."


def _show(
    request: HttpRequest, decision: Decision, action: str, faults: Sequence[Fault] = (), status: int = 200
) -> HttpResponse:
    today = date_in_zone(now(), get_scheme().timezone)
    chosen = request.POST.get("reason", "") or request.GET.get("reason", "")
    if chosen not in [one.slug for one in get_scheme().reasons_for(action)]:
        chosen = ""
    decision.refresh_from_db(fields=["state", "state_reason", "state_at", "held_until"])
    page = make_act(decision, action, read_around(decision), now(), today, chosen=chosen, faults=faults)
    return show(request, "act", page, act_head(decision, action), status)
