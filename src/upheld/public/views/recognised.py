"""“Someone can be recognised here”: without cookie or session, and kept at the desk only."""

from django.http import HttpRequest, HttpResponse

from upheld.analysis.references import Reference
from upheld.editorial.actions.report_recognition import READER, TooManyReportsError, report_recognition
from upheld.lib.clock import now
from upheld.lib.origin import is_ours
from upheld.lib.text import UncleanTextError
from upheld.public.frame import show
from upheld.public.pages.recognised import Fault, RecognisedPage, find_faults, make_recognised, recognised_head
from upheld.public.queries.referred import may_be_named
from upheld.public.robots import NOINDEX
from upheld.public.views.decision import unknown_reference
from upheld.public.views.errors import method_not_allowed, not_found
from upheld.register.models import Decision
from upheld.register.models.decision import PUBLISHED, WITHDRAWN
from upheld.register.queries.reference import get_decision
from upheld.register.rules import RefusedError
from upheld.scheme import get_scheme


def recognised(request: HttpRequest, slug: str) -> HttpResponse:
    """GET shows the form; POST takes what was written and leads to the page that says so."""
    if request.method not in {"GET", "HEAD", "POST"}:
        return method_not_allowed(request, ["GET", "HEAD", "POST"])
    reference = get_scheme().pattern.at_end(f"/{slug}")
    if reference is None:
        return not_found(request)
    found = get_decision(reference)
    if found is None or not may_be_named(found):
        return _unknown(request, reference)
    if found.state != PUBLISHED:
        return _show(request, make_recognised(found, "not-shown", now()), 410 if found.state == WITHDRAWN else 404)
    return _take(request, found) if request.method == "POST" else _show(request, make_recognised(found, "form", now()))


def recognised_sent(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens now with what was written. It says nothing of it, so that the address can be opened again."""
    reference = get_scheme().pattern.at_end(f"/{slug}")
    found = get_decision(reference) if reference else None
    if reference is None or found is None or not may_be_named(found):
        return not_found(request)
    return _show(request, make_recognised(found, "sent", now()))


def _take(request: HttpRequest, found: Decision) -> HttpResponse:
    typed = {name: request.POST.get(name, "").replace("\r\n", "\n") for name in ("who", "words", "contact")}
    if not is_ours(request, when_silent=True):
        fault = Fault("words", "This was sent from another site. Please write it here")
        return _show(request, make_recognised(found, "form", now(), faults=(fault,)), 403)
    if faults := find_faults(typed):
        return _show(request, make_recognised(found, "form", now(), typed, faults), 400)
    try:
        report_recognition(found.pk, typed["who"], typed["words"], typed["contact"], by=READER, at=now())
    except UncleanTextError:
        fault = Fault("words", "Some of the characters cannot be kept. Please write it in plain letters")
        return _show(request, make_recognised(found, "form", now(), typed, (fault,)), 400)
    except TooManyReportsError:
        return _show(request, make_recognised(found, "busy", now()), 503)
    except RefusedError:  # held while it was being written
        return _show(request, make_recognised(found, "not-shown", now()), 404)
    response = HttpResponse(status=303)
    response["Location"] = f"/recognised/{found.slug}/sent"
    return _private(response)


def _unknown(request: HttpRequest, reference: Reference) -> HttpResponse:
    return _private(unknown_reference(request, reference))


def _show(request: HttpRequest, page: RecognisedPage, status: int = 200) -> HttpResponse:
    return _private(show(request, "recognised", page, recognised_head(page), robots=NOINDEX, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
