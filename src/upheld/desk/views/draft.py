"""A draft, and the answers that are given to its findings."""

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from upheld.accounts.requirements import person_of, requires
from upheld.analysis.identifiers import KINDS
from upheld.desk.frame import show
from upheld.desk.pages.draft import Asked, draft_head, make_draft
from upheld.desk.views.unsent import not_taken
from upheld.editorial.actions.answer_finding import (
    AnswerError,
    NoSuchFindingError,
    accept_file,
    accept_reading,
    answer_finding,
    confirm_necessary,
    take_back_answer,
)
from upheld.editorial.models import Draft
from upheld.editorial.queries.draft import DraftView, get_draft
from upheld.editorial.rules import NoSuchDraftError, NotPossibleError, NotYoursError, OvertakenError
from upheld.lib.clock import now
from upheld.lib.text import UncleanTextError
from upheld.ui.site import Link

REFUSALS = (NotPossibleError, NotYoursError, OvertakenError, NoSuchFindingError)
_WHOLE = {"accept-file": accept_file, "accept-reading": accept_reading}
_SAID = {
    "not-personal": "“{words}” is not personal. That is remembered for the whole register.",
    "necessary": "“{words}” is necessary. A second person has to confirm it.",
    "confirm": "You confirmed that “{words}” is necessary.",
    "take-back": "The answer about “{words}” was taken back.",
    "accept-file": "You have seen what came with the file.",
    "accept-reading": "You have compared the reading with its source.",
}


@requires("see")
@require_safe
def draft(request: HttpRequest, uid: str) -> HttpResponse:
    """The draft as it is now, examined anew."""
    page = make_draft(view_of(uid), person_of(request))
    return show(request, "draft", page, draft_head(page))


@requires("prepare")
@require_POST
def answer(request: HttpRequest, uid: str) -> HttpResponse:
    """Keeps what somebody says to a finding, to the file or to its reading, and goes on to the next finding."""
    view = view_of(uid)
    fingerprint, what = request.POST.get("finding", ""), request.POST.get("answer", "")
    words, after = _words(view, fingerprint), _after(view, fingerprint)
    try:
        _answer(request, uid, fingerprint, what)
    except (AnswerError, UncleanTextError) as error:
        asked = Asked(fingerprint, f"{_capital(str(error))}.", request.POST.get("reason", ""))
        page = make_draft(view, person_of(request), asked)
        return show(request, "draft", page, draft_head(page), 422)
    except REFUSALS as error:
        if request.POST.get("reason", "").strip():
            way = Link("The draft as it is now", f"/desk/drafts/{uid}#f-{fingerprint}")
            return not_taken(request, _capital(str(error)), way)
        messages.error(request, f"{_capital(str(error))}.")
        return back_to(uid, f"f-{fingerprint}" if fingerprint else "")
    messages.success(request, _SAID[what].format(words=words))
    return back_to(uid, after)


def view_of(uid: str) -> DraftView:
    """The draft. Raises Http404."""
    try:
        return get_draft(uid, at=now())
    except NoSuchDraftError as error:
        raise Http404(str(error)) from error


def revision_of(request: HttpRequest) -> int:
    """The revision that the form was made for; 0, which no draft has, where it says none."""
    text = request.POST.get("revision", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def back_to(uid: str, anchor: str = "") -> HttpResponse:
    """The way back to the page of the draft, to a place in it."""
    return HttpResponseRedirect(f"/desk/drafts/{uid}{f'#{quote(anchor)}' if anchor else ''}", status=303)


def _answer(request: HttpRequest, uid: str, fingerprint: str, what: str) -> Draft:
    revision, by, at = revision_of(request), person_of(request).email, now()
    if what in _WHOLE:
        return _WHOLE[what](uid, revision, by=by, at=at)
    if what == "confirm":
        return confirm_necessary(uid, revision, fingerprint, by=by, at=at)
    if what == "take-back":
        return take_back_answer(uid, revision, fingerprint, by=by, at=at)
    return answer_finding(uid, revision, fingerprint, what, request.POST.get("reason", ""), by=by, at=at)


def _words(view: DraftView, fingerprint: str) -> str:
    found = (one.finding for one in view.findings if one.finding.fingerprint == fingerprint)
    finding = next(found, None)
    return finding.words if finding else KINDS["name"].label


def _after(view: DraftView, fingerprint: str) -> str:
    """The anchor of the next finding that waits, in the order of the page; of the list where none does."""
    cards = [one.finding.fingerprint for one in view.findings]
    waiting = {one.finding.fingerprint for one in view.findings if one.is_open or one.is_unconfirmed}
    place = cards.index(fingerprint) if fingerprint in cards else -1
    following = (one for one in (*cards[place + 1 :], *cards[: max(place, 0)]) if one in waiting)
    found = next(following, "")
    return f"f-{found}" if found else "findings"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
