"""A draft written anew at one place. Nobody overwrites anybody: who comes second sees both texts."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from upheld.accounts.requirements import person_of, requires
from upheld.analysis.amendment import AmendmentError, texts_of
from upheld.desk.components import Fault
from upheld.desk.forms.facts import FactsForm
from upheld.desk.forms.text import read_text_form
from upheld.desk.frame import HOME, show
from upheld.desk.pages.draft import sub_head
from upheld.desk.pages.edit import EditPage, apply, edit_with, make_conflict, make_edit, make_facts_conflict
from upheld.desk.pages.facts_fields import FactsFields, make_facts_fields
from upheld.desk.views.draft import back_to, revision_of, view_of
from upheld.desk.views.unsent import not_taken
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.queries.draft import DraftView, get_text
from upheld.editorial.records import DraftRecord, DraftTextError
from upheld.editorial.rules import (
    HELD,
    Blocker,
    DuplicateDraftError,
    NeverError,
    NoSuchDraftError,
    NotPossibleError,
    OvertakenError,
    move_blocker,
)
from upheld.lib.clock import now
from upheld.lib.text import UncleanTextError
from upheld.ui.site import Link

_REFUSALS = (AmendmentError, DraftTextError, UncleanTextError, DuplicateDraftError, NeverError)


@requires("prepare")
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uid: str) -> HttpResponse:
    """The form for the place that `at` names, or the text with the way to each; keeps what is written."""
    if request.method != "POST":
        return _form(request, view_of(uid))
    try:
        view = view_of(uid)
    except Http404:
        return not_taken(request, "Somebody deleted this draft while you were writing", HOME)
    if blocker := move_blocker("edit", view.state):
        return _not_possible(request, view, blocker)
    base = _base(uid, revision_of(request))
    if base is None:
        return not_taken(request, "The text that you wrote on is gone", Link("The draft", f"/desk/drafts/{uid}"))
    return _facts(request, view, base) if request.POST.get("at") == "facts" else _text(request, view, base)


def _form(request: HttpRequest, view: DraftView) -> HttpResponse:
    if view.record is None:
        raise Http404("its text is gone")
    if blocker := move_blocker("edit", view.state):
        messages.error(request, f"{blocker}.")
        return back_to(view.uid)
    return _show(request, view, _page(view, view.record, request.GET.get("at", "")))


def _text(request: HttpRequest, view: DraftView, base: DraftRecord) -> HttpResponse:
    at = request.POST.get("at", "")
    form = read_text_form(request.POST.dict(), texts_of(base.summary, base.sections))
    if form.is_empty:
        messages.info(request, "Nothing was changed.")
        return back_to(view.uid, at)
    try:
        record, told = apply(base, form.amendment)
        edit_draft(view.uid, revision_of(request), record, by=person_of(request).email, at=now())
    except OvertakenError as error:
        fresh = view_of(view.uid)
        page = make_conflict(fresh, at, base, _record(fresh), form, by=error.changed_by)
        return show(request, "edit_conflict", page, sub_head(page.title, fresh), 409)
    except NotPossibleError as error:
        return _not_possible(request, view, error)
    except _REFUSALS as error:
        return _again(request, view, base, at, error)
    messages.success(request, f"Kept.{told}")
    return back_to(view.uid, "findings" if at == "end" else at)


def _facts(request: HttpRequest, view: DraftView, base: DraftRecord) -> HttpResponse:
    form = FactsForm.sent(request.POST)
    if (body := request.POST.get("add_body", "")) or request.POST.get("do") == "find-body":
        search = "" if body else request.POST.get("find_body", "")
        return _facts_again(request, view, make_facts_fields(form.with_body(body), search=search))
    if faults := form.faults():
        return _facts_again(request, view, make_facts_fields(form, faults=faults), faults)
    values = {name: value for name, value in form.values(base).items() if name != "summary"}
    try:
        record = base.model_copy(update=values)
        edit_draft(view.uid, revision_of(request), record, by=person_of(request).email, at=now())
    except OvertakenError as error:
        fresh = view_of(view.uid)
        page = make_facts_conflict(fresh, base, _record(fresh), form, error.changed_by)
        return show(request, "edit_conflict", page, sub_head(page.title, fresh), 409)
    except NotPossibleError as error:
        return _not_possible(request, view, error)
    except _REFUSALS as error:
        faults = (Fault(f"{str(error)[:1].upper()}{str(error)[1:]}.", "reference"),)
        return _facts_again(request, view, make_facts_fields(form, faults=faults), faults)
    messages.success(request, "Kept.")
    return back_to(view.uid, "findings")


def _base(uid: str, revision: int) -> DraftRecord | None:
    """The text that the form was made of."""
    try:
        return get_text(uid, revision)
    except NoSuchDraftError:
        return None


def _page(view: DraftView, record: DraftRecord, at: str, faults: tuple[Fault, ...] = ()) -> EditPage:
    page = make_edit(view, record, at, faults=faults)
    if page is None:
        raise Http404("there is no such place in its text")
    return page


def _record(view: DraftView) -> DraftRecord:
    if view.record is None:
        raise Http404("its text is gone")
    return view.record


def _again(request: HttpRequest, view: DraftView, base: DraftRecord, at: str, error: Exception) -> HttpResponse:
    """The form with what was typed, and what was wrong with it."""
    sentence = str(error)
    fault = Fault(f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}.", "")
    page = edit_with(_page(view, base, at, (fault,)), request.POST.dict())
    return _show(request, view, page, 422)


def _facts_again(
    request: HttpRequest, view: DraftView, fields: FactsFields, faults: tuple[Fault, ...] = ()
) -> HttpResponse:
    page = _page(view, _record(view), "facts", faults)
    values = {name: getattr(page, name) for name in EditPage.__dataclass_fields__}
    revision = revision_of(request) or page.revision
    return _show(request, view, EditPage(**values | {"fields": fields, "revision": revision}), 422 if faults else 200)


def _not_possible(request: HttpRequest, view: DraftView, why: Blocker | NotPossibleError) -> HttpResponse:
    """What was written, given back: the draft is not where it can be edited. One that is held comes back from there."""
    return not_taken(request, str(why), Link("The draft", f"/desk/drafts/{view.uid}"), again=view.state == HELD)


def _show(request: HttpRequest, view: DraftView, page: EditPage, status: int = 200) -> HttpResponse:
    return show(request, "edit", page, sub_head("Edit", view), status)
