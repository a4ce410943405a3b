"""Readers' reports that somebody can be recognised: looked at, answered, forgotten."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from upheld.accounts.requirements import may, person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.report import make_report, make_reports, report_head, reports_head
from upheld.editorial.actions.report_recognition import CLOSED, OPEN, RESULTS, close_report, delete_words
from upheld.editorial.models import RecognitionReport
from upheld.lib.clock import now
from upheld.lib.dates import date_in_zone
from upheld.lib.text import UncleanTextError
from upheld.register.rules import RefusedError
from upheld.scheme import get_scheme

_CLOSED = 50


@requires("hold")
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The open ones first."""
    rows = RecognitionReport.objects.select_related("decision")
    waiting = list(rows.filter(state=OPEN).order_by("answer_by", "pk")[:500])
    closed = list(rows.filter(state=CLOSED).order_by("-closed_at")[:_CLOSED])
    today = date_in_zone(now(), get_scheme().timezone)
    return show(request, "reports", make_reports(waiting, closed, today), reports_head())


@requires("hold")
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, uid: str) -> HttpResponse:
    """One; POST closes it with what came of it."""
    found = _get(uid)
    if request.method != "POST":
        return _show(request, found)
    result = request.POST.get("result", "")
    if result not in RESULTS:
        return _show(request, found, [Fault("Choose what came of it", "result")], 400)
    try:
        close_report(found.pk, result, request.POST.get("note", "")[:2_000], by=person_of(request).email, at=now())
    except (RefusedError, UncleanTextError) as error:
        return _show(request, found, [Fault(f"{error}.", "note")], 409)
    messages.success(request, f"The report about {found.decision.reference} is closed: {RESULTS[result].lower()}.")
    return HttpResponseRedirect(found.get_absolute_url(), status=303)


@requires("hold")
@require_POST
def report_words(request: HttpRequest, uid: str) -> HttpResponse:
    """Deletes what was written, at once."""
    found = _get(uid)
    try:
        delete_words(found.pk, by=person_of(request).email, at=now())
    except RefusedError as error:
        return _show(request, found, [Fault(f"{error}.")], 409)
    messages.success(request, "What the reader wrote is deleted.")
    return HttpResponseRedirect(found.get_absolute_url(), status=303)


def _get(uid: str) -> RecognitionReport:
    rows = RecognitionReport.objects.select_related("decision__version")
    found = rows.filter(uid=uid).first()
    if found is None:
        raise Http404("there is no such report")
    return found


def _show(
    request: HttpRequest, found: RecognitionReport, faults: Sequence[Fault] = (), status: int = 200
) -> HttpResponse:
    today = date_in_zone(now(), get_scheme().timezone)
    redacts, chosen = may(person_of(request), "redact"), request.POST.get("result", "")
    page = make_report(found, today, redacts=redacts, chosen=chosen, faults=faults)
    return show(request, "report", page, report_head(found), status)
