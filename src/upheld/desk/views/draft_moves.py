"""Steps of a draft: each is said before it is made, and what refuses it is said where it was asked for."""

import datetime as dt
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST

from upheld.accounts.requirements import NotAllowedError, may, person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.draft import sub_head
from upheld.desk.pages.draft_move import (
    MovePage,
    Typed,
    make_approve,
    make_day,
    make_delete,
    make_hold,
    make_never,
    make_release,
    make_return,
)
from upheld.desk.views.draft import REFUSALS, back_to, revision_of, view_of
from upheld.editorial.actions import hold_draft as holding
from upheld.editorial.actions.approve import approve as approve_draft
from upheld.editorial.actions.delete_draft import delete_draft
from upheld.editorial.actions.never import agree_never, propose_never, refuse_never
from upheld.editorial.actions.schedule import schedule
from upheld.editorial.actions.send import ReturnError, make_ready, return_draft, send_for_check
from upheld.editorial.actions.take_up import take_up_version
from upheld.editorial.models import Draft
from upheld.editorial.queries.draft import DraftView
from upheld.lib.clock import now
from upheld.lib.dates import format_date
from upheld.lib.text import UncleanTextError
from upheld.register.actions.move_state import ReasonError
from upheld.register.models import Decision
from upheld.register.models.decision import EMBARGOED

Page = Callable[[Typed], MovePage]
_BOTH = ["GET", "HEAD", "POST"]
_TYPED_WRONG = (ReturnError, ReasonError, UncleanTextError)


class DayError(ValueError):
    """What was typed is no day of the calendar."""


@requires("prepare")
@require_POST
def send(request: HttpRequest, uid: str) -> HttpResponse:
    """Sends it for checking."""
    try:
        sent = send_for_check(uid, revision_of(request), by=_by(request), at=now())
    except REFUSALS as error:
        return _refused(request, view_of(uid), error)
    ready = "Nothing keeps it back: it waits for the approval of somebody else."
    messages.success(request, ready if sent.state == "ready" else "It is being checked.")
    return back_to(uid)


@requires("prepare")
@require_POST
def ready(request: HttpRequest, uid: str) -> HttpResponse:
    """Looks again whether it is ready."""
    try:
        make_ready(uid, revision_of(request), by=_by(request), at=now())
    except REFUSALS as error:
        return _refused(request, view_of(uid), error)
    messages.success(request, "It is ready.")
    return back_to(uid)


@requires("prepare")
@require_POST
def take_up(request: HttpRequest, uid: str) -> HttpResponse:
    """Lets a correction go on from the version that its decision has now, once somebody has compared them."""
    view = view_of(uid)
    version = request.POST.get("version", "")
    if view.record is None or not version.isdecimal() or len(version) > 9:
        raise Http404("its text is gone")
    try:
        take_up_version(uid, revision_of(request), int(version), view.record, by=_by(request), at=now())
    except REFUSALS as error:
        return _refused(request, view, error)
    messages.success(request, f"The correction goes on from version {version} of the decision.")
    return back_to(uid)


@requires("approve")
@require_http_methods(_BOTH)
def approve(request: HttpRequest, uid: str) -> HttpResponse:
    """Takes it into the register."""
    view = view_of(uid)

    def act(typed: Typed) -> str:
        day = _day(typed) or view.draft.not_before
        return _said(approve_draft(uid, revision_of(request), by=_by(request), at=now(), not_before=day))

    return _move(request, view, lambda typed: make_approve(view, _by(request), typed), act)


@requires("prepare")
@require_http_methods(_BOTH)
def choose_day(request: HttpRequest, uid: str) -> HttpResponse:
    """Keeps the day on which it is to come out, or none."""
    view = view_of(uid)

    def act(typed: Typed) -> str:
        day = None if request.POST.get("do") == "none" else _day(typed)
        schedule(uid, day, by=_by(request), at=now())
        return f"It comes out not before {format_date(day)}." if day else "It comes out as soon as it may."

    return _move(request, view, lambda typed: make_day(view, typed), act)


@requires("prepare")
@require_http_methods(_BOTH)
def return_(request: HttpRequest, uid: str) -> HttpResponse:
    """Sends it back with reasons."""
    view = view_of(uid)

    def act(typed: Typed) -> str:
        return_draft(uid, revision_of(request), typed.reasons, typed.note, by=_by(request), at=now())
        return f"It went back to {view.draft.prepared_by}."

    return _move(request, view, lambda typed: make_return(view, typed), act)


@requires("hold")
@require_http_methods(_BOTH)
def hold(request: HttpRequest, uid: str) -> HttpResponse:
    """Holds it at once, whatever became of its text meanwhile."""
    view = view_of(uid)

    def act(typed: Typed) -> str:
        holding.hold_draft(uid, "".join(typed.reasons[:1]), by=_by(request), at=now())
        return "It is held. Nothing of it can come out until it is released."

    return _move(request, view, lambda typed: make_hold(view, typed), act)


@requires("hold")
@require_http_methods(_BOTH)
def release(request: HttpRequest, uid: str) -> HttpResponse:
    """Puts it back where it was."""
    view = view_of(uid)

    def act(typed: Typed) -> str:
        holding.release_draft(uid, "".join(typed.reasons[:1]), by=_by(request), at=now())
        return "It is released."

    return _move(request, view, lambda typed: make_release(view, typed), act)


@requires("prepare")
@require_http_methods(_BOTH)
def never(request: HttpRequest, uid: str) -> HttpResponse:
    """Proposes never to publish it; agrees, for somebody who may; or refuses."""
    view, may_agree = view_of(uid), may(request.user, "never")
    what = request.POST.get("do", "")
    if what == "agree" and not may_agree:
        raise NotAllowedError("never")

    def act(typed: Typed) -> str:
        by, at = _by(request), now()
        if what == "agree":
            agree_never(uid, by=by, at=at)
            return "It is never to be published. Its text is deleted."
        if what == "refuse":
            _refuse_to_refuse(view, request, may_agree=may_agree)
            refuse_never(uid, by=by, at=at)
            return "The proposal was refused. The draft goes its way."
        propose_never(uid, "".join(typed.reasons[:1]), by=by, at=at)
        return "It was proposed. A manager has to agree."

    return _move(request, view, lambda typed: make_never(view, _by(request), may_agree=may_agree, typed=typed), act)


@requires("prepare")
@require_http_methods(_BOTH)
def delete(request: HttpRequest, uid: str) -> HttpResponse:
    """Deletes it, for the one who began it."""
    view = view_of(uid)

    def act(typed: Typed) -> str:  # noqa: ARG001 - nothing is typed here
        delete_draft(uid, revision_of(request), by=_by(request), at=now())
        return f"The draft of {view.draft.reference or 'a decision without a reference'} was deleted."

    response = _move(request, view, lambda typed: make_delete(view, typed), act)
    gone = response.status_code == 303 and not Draft.objects.filter(uid=uid).exists()
    return HttpResponseRedirect("/desk/", status=303) if gone else response


def _move(request: HttpRequest, view: DraftView, page: Page, act: Callable[[Typed], str]) -> HttpResponse:
    """The page that says what will happen; or what the act came to."""
    typed = _typed(request)
    if request.method != "POST":
        return _show(request, view, page(typed))
    try:
        said = act(typed)
    except DayError as error:
        return _show(request, view, page(_with(typed, str(error), "day")), 422)
    except _TYPED_WRONG as error:
        return _show(request, view, page(_with(typed, f"{_capital(str(error))}.", "reasons")), 422)
    except REFUSALS as error:
        return _refused(request, view, error)
    messages.success(request, said)
    return back_to(view.uid)


def _show(request: HttpRequest, view: DraftView, page: MovePage, status: int = 200) -> HttpResponse:
    return show(request, "draft_move", page, sub_head(page.title, view), status)


def _typed(request: HttpRequest) -> Typed:
    given = request.POST
    days = (given.get("day", "").strip(), given.get("month", "").strip(), given.get("year", "").strip())
    return Typed(tuple(filter(None, given.getlist("reason"))), given.get("note", "").replace("\r\n", "\n"), days)


def _with(typed: Typed, fault: str, field: str) -> Typed:
    return Typed(typed.reasons, typed.note, typed.day, (Fault(fault, field),))


def _day(typed: Typed) -> dt.date | None:
    """The day that was typed; None where none was. Raises DayError."""
    if not any(typed.day):
        return None
    try:
        return dt.date(*(int(part) for part in reversed(typed.day)))
    except (ValueError, OverflowError) as error:
        raise DayError("This is no day of the calendar: write it like 14 3 2027.") from error


def _said(decision: Decision) -> str:
    if decision.state == EMBARGOED and decision.held_until:
        return f"Approved. It will appear on {format_date(decision.held_until)}."
    return f"Approved. {decision.reference} is public now."


def _refused(request: HttpRequest, view: DraftView, error: Exception) -> HttpResponse:
    messages.error(request, f"{_capital(str(error))}.")
    return back_to(view.uid)


def _refuse_to_refuse(view: DraftView, request: HttpRequest, *, may_agree: bool) -> None:
    """A proposal is refused by who may agree to it, or taken back by who made it."""
    own = _by(request).casefold() == view.draft.never_by.strip().casefold()
    if not may_agree and not own:
        raise NotAllowedError("never")


def _by(request: HttpRequest) -> str:
    return person_of(request).email


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
