"""A draft as readers would see it, and what changed in its text."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from upheld.accounts.requirements import requires
from upheld.desk.frame import show
from upheld.desk.pages.draft import sub_head
from upheld.desk.pages.draft_changes import make_draft_changes
from upheld.desk.pages.draft_preview import make_not_shown, preview_words
from upheld.desk.views.draft import view_of
from upheld.editorial.queries.draft import get_text
from upheld.editorial.records import DraftRecord, DraftTextError, as_decision
from upheld.editorial.rules import NoSuchDraftError
from upheld.lib.clock import now
from upheld.register.content import ContentError, prepare
from upheld.register.queries.record import get_record
from upheld.scheme import get_scheme


@requires("see")
@require_safe
def preview(request: HttpRequest, uid: str) -> HttpResponse:
    """The public page of it, under a sentence that says that it is none; without what it must have, what that is."""
    view = view_of(uid)
    if view.record is None:
        raise Http404("its text is gone")
    try:
        content = prepare(as_decision(view.record), get_scheme())
    except (ContentError, DraftTextError) as error:
        page = make_not_shown(view, str(error))
        return show(request, "draft_not_shown", page, sub_head("Preview", view))
    version = view.draft.decision.version_number + 1 if view.draft.decision else 1
    response: HttpResponse = import_string(settings.PREVIEW)(
        request, content, words=preview_words(view), back=view.draft.get_absolute_url(), at=now(), version=version
    )
    return response


@requires("see")
@require_safe
def changes(request: HttpRequest, uid: str) -> HttpResponse:
    """What changed from one text of it to another, or from what is in the register."""
    view = view_of(uid)
    if view.record is None:
        raise Http404("its text is gone")
    to = _number(request.GET.get("to", ""), view.revision)
    default = 0 if view.draft.decision else to - 1
    since = _number(request.GET.get("from", ""), default)
    try:
        new = get_text(uid, to)
        old = _published(view.draft.decision_id) if since == 0 else get_text(uid, since)
    except NoSuchDraftError as error:
        raise Http404(str(error)) from error
    page = make_draft_changes(view, old, new, since, to)
    return show(request, "draft_changes", page, sub_head("What changed", view))


def _published(decision_id: int | None) -> DraftRecord | None:
    """What the register says now of the decision that is corrected; None where there is none."""
    if decision_id is None:
        return None
    return DraftRecord.model_validate_json(get_record(decision_id).line())


def _number(text: str, default: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else default
