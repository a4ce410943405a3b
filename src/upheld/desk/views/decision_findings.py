"""What was found in a decision of the register, answered one by one."""

from collections.abc import Sequence

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from upheld.accounts.requirements import may, person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.decision_findings import findings_head, make_findings
from upheld.desk.queries.one_decision import get_decision_or_404
from upheld.editorial.actions.answer_published import answer_published_finding, confirm_published_necessary
from upheld.editorial.models import FindingAnswer
from upheld.editorial.queries.examination import get_published_findings
from upheld.editorial.rules import NotPossibleError, NotYoursError
from upheld.lib.clock import now
from upheld.register.models import Decision

_LONGEST = 2_000


@requires("see")
@require_http_methods(["GET", "HEAD"])
def findings(request: HttpRequest, uid: str) -> HttpResponse:
    """The findings of its present text."""
    return _show(request, get_decision_or_404(uid))


@requires("prepare")
@sensitive_post_parameters()
@require_http_methods(["POST"])
def answer_finding(request: HttpRequest, uid: str) -> HttpResponse:
    """Answers one, or confirms as a second person that it is necessary."""
    decision, by = get_decision_or_404(uid), person_of(request).email
    fingerprint, answer = request.POST.get("finding", "")[:80], request.POST.get("answer", "")
    try:
        if answer == "confirm":
            confirm_published_necessary(decision.pk, fingerprint, by=by, at=now())
        else:
            reason = request.POST.get("reason", "")[:_LONGEST]
            answer_published_finding(decision.pk, fingerprint, answer, reason, by=by, at=now())
    except (NotPossibleError, NotYoursError) as error:
        return _show(request, decision, [Fault(f"{error}.")], 409)
    left = len(get_published_findings(decision.pk).open)
    messages.success(request, f"Answered. {left} still open." if left else "Answered. Nothing is open any more.")
    return HttpResponseRedirect(f"/desk/decisions/{uid}/findings", status=303)


def _show(request: HttpRequest, decision: Decision, faults: Sequence[Fault] = (), status: int = 200) -> HttpResponse:
    person = person_of(request)
    given = FindingAnswer.objects.filter(Q(decision=decision) | Q(draft__decision=decision, draft__state="taken"))
    page = make_findings(
        decision, get_published_findings(decision.pk), list(given), person.email, answers=may(person, "prepare"),
        redacts=may(person, "redact"), faults=faults,
    )  # fmt: skip
    return show(request, "decision_findings", page, findings_head(decision), status)
