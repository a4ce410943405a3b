"""Begins the correction of a decision: a draft with its present text, which then goes the way of drafts."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from upheld.accounts.requirements import person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.correction import correction_head, make_correction
from upheld.desk.queries.one_decision import get_decision_or_404
from upheld.editorial.actions.start_draft import FORM, start_draft
from upheld.editorial.records import DraftTextError
from upheld.editorial.rules import DuplicateDraftError, NeverError, NotPossibleError
from upheld.lib.clock import now
from upheld.register.models.version import MAJOR, MINOR
from upheld.register.queries.record import get_record

_REFUSALS = (NeverError, NotPossibleError, DraftTextError)


@requires("prepare")
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, uid: str) -> HttpResponse:
    """Asks what kind of correction it is; then leads to the draft."""
    decision = get_decision_or_404(uid)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        change = MAJOR if request.POST.get("change") == MAJOR else MINOR
        reason = request.POST.get("reason", "")
        try:
            draft = start_draft(
                get_record(decision.pk), by=person_of(request).email, at=now(), source=FORM, decision=decision,
                change=change, reason=reason,
            )  # fmt: skip
        except DuplicateDraftError as error:
            messages.warning(request, "A correction is being prepared already; here it is.")
            return HttpResponseRedirect(f"/desk/drafts/{error.uid}", status=303)
        except _REFUSALS as error:
            faults = (Fault(f"{error}."),)
        else:
            messages.success(request, "The correction begins with the present text. Readers see no change yet.")
            return HttpResponseRedirect(f"{draft.get_absolute_url()}/edit", status=303)
    page = make_correction(decision, request.POST.get("change", MINOR), request.POST.get("reason", ""), faults)
    return show(request, "correction", page, correction_head(decision), 409 if faults else 200)
