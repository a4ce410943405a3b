"""A new draft: of a reading that somebody completed, or of a form."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from upheld.accounts.requirements import person_of, requires
from upheld.desk.components import Fault
from upheld.desk.forms.facts import FactsForm
from upheld.desk.frame import show
from upheld.desk.pages.new_draft import (
    KeptReading,
    NewDraftPage,
    ReadingGoneError,
    make_empty,
    make_reading,
    new_draft_head,
)
from upheld.desk.pages.take_in import make_take_in, take_in_head
from upheld.desk.views.take_in import PASTED, receives_files
from upheld.editorial.actions.start_draft import FILE, FORM, PASTE, start_draft
from upheld.editorial.models import Draft
from upheld.editorial.records import DraftRecord, DraftTextError, as_draft
from upheld.editorial.rules import DuplicateDraftError, NeverError, NotPossibleError
from upheld.ingest.actions.take_uploads import (
    REDACTED,
    find_decision,
    find_same,
    says_the_same,
    without_stand_ins,
)
from upheld.ingest.doubts import doubts_to_settle
from upheld.ingest.found import Reading, Refusal
from upheld.ingest.queries.vocabulary import get_vocabulary
from upheld.ingest.uploads.reader import read_upload
from upheld.lib.clock import now
from upheld.lib.text import UncleanTextError
from upheld.register.models.decision import WITHDRAWN
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

_REFUSALS = (NeverError, NotPossibleError, UncleanTextError, DraftTextError)


class _StandsInTheWayError(Exception):
    """Something that is there already keeps a new draft out; `href` leads to it."""

    def __init__(self, sentence: str, href: str = "") -> None:
        self.href = href
        super().__init__(sentence)


@csrf_exempt
@requires("prepare")
@require_http_methods(["GET", "HEAD", "POST"])
@receives_files
def new_draft(request: HttpRequest, files: Any) -> HttpResponse:  # noqa: ARG001 - a form that sends none
    """The form; what it sends becomes a draft."""
    if request.method != "POST":
        return _show(request, make_empty(FactsForm()))
    form = FactsForm.sent(request.POST)
    try:
        kept = KeptReading.read(request.POST["reading"]) if request.POST.get("reading") else None
    except ReadingGoneError as error:
        return show(request, "take_in", make_take_in(faults=(Fault(f"{error}.", "files"),)), take_in_head(), 422)
    if body := request.POST.get("add_body", ""):
        return _show(request, _page(request, form.with_body(body), kept))
    if request.POST.get("do") == "find-body":
        return _show(request, _page(request, form, kept, search=request.POST.get("find_body", "")))
    return _take_in(request, form, kept)


def _take_in(request: HttpRequest, form: FactsForm, kept: KeptReading | None) -> HttpResponse:
    faults = form.faults()
    if not faults:
        try:
            draft = _start(request, form, kept or _typed(request.POST.get("text", "")))
        except DuplicateDraftError as error:
            faults = (Fault(f"{error}. It is at /desk/drafts/{error.uid}", ""),)
        except _StandsInTheWayError as error:
            faults = (Fault(f"{error}.", "reference"),)
        except _REFUSALS as error:
            faults = (Fault(f"{_capital(str(error))}.", ""),)
        else:
            messages.success(request, _said(draft))
            return HttpResponseRedirect(draft.get_absolute_url(), status=303)
    return _show(request, _page(request, form, kept, faults=faults), 409 if not form.faults() else 422)


def _start(request: HttpRequest, form: FactsForm, kept: KeptReading) -> Draft:
    record = as_draft(kept.record.model_copy(update=form.values(kept.record)))
    if same := find_same(record):
        raise _StandsInTheWayError("The same text waits as a draft already", same.get_absolute_url())
    decision = find_decision(record)
    if decision is not None and decision.state == WITHDRAWN:
        raise _StandsInTheWayError(f"{decision.reference} is withdrawn; restore it first, or leave it so")
    if decision is not None and says_the_same(record, decision):
        raise _StandsInTheWayError(f"The register has {decision.reference} already, word for word")
    if decision is not None and decision.redacted:
        raise _StandsInTheWayError(REDACTED.rstrip("."), f"/desk/decisions/{decision.uid}")
    source = (PASTE if kept.name == PASTED else FILE) if kept.name else FORM
    return start_draft(
        record, by=person_of(request).email, at=now(), source=source,
        outside=kept.outside, doubts=doubts_to_settle(kept.doubts), decision=decision,
    )  # fmt: skip


def _typed(text: str) -> KeptReading:
    """What somebody typed as the text of a decision, read as any text is."""
    empty: DecisionRecord = DraftRecord(organisations=(), decided_on=None)
    if not text.strip():
        return KeptReading(empty)
    reading = Reading("typed text", get_vocabulary(), None, get_scheme().texts.source_address or "")
    upload = read_upload(text.encode("utf-8", "surrogatepass"), reading)
    if len(upload.found) != 1 or isinstance(upload.found[0], Refusal):
        found = upload.found[0] if upload.found else None
        reason = found.reason if isinstance(found, Refusal) else "holds more than one decision; write one at a time"
        raise DraftTextError(f"The text {reason}")
    record = without_stand_ins(upload.found[0])
    return KeptReading(empty.model_copy(update={"sections": record.sections}))


def _page(
    request: HttpRequest, form: FactsForm, kept: KeptReading | None, *, faults: tuple[Fault, ...] = (), search: str = ""
) -> NewDraftPage:
    if kept is None:
        text = request.POST.get("text", "").replace("\r\n", "\n")
        return make_empty(form, text=text, faults=faults, search=search)
    source = request.POST.get("source", "").replace("\r\n", "\n")
    return make_reading(kept, form, source=source, faults=faults, search=search)


def _said(draft: Draft) -> str:
    if draft.revision > 1:
        return (
            "It was taken in, in place of the draft of the same case that waited. The earlier text is in its history."
        )
    if draft.decision_id:
        return f"It was taken in as a correction of {draft.reference}, which the register has already."
    if draft.source == FILE:
        return "It was taken in as a draft. The file itself was not kept."
    return "It was taken in as a draft."


def _show(request: HttpRequest, page: NewDraftPage, status: int = 200) -> HttpResponse:
    return show(request, "new_draft", page, new_draft_head(page), status)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
