"""An earlier version of a decision."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from upheld.analysis.references import Reference
from upheld.public.addresses import address_of
from upheld.public.frame import show
from upheld.public.pages.decision_notice import make_erased
from upheld.public.pages.history import day_of, reason_words
from upheld.public.pages.version import make_version, version_head
from upheld.public.queries.decision import get_version, list_versions
from upheld.public.robots import NOINDEX
from upheld.public.views.decision import instead, show_notice
from upheld.register.models import Decision, Version
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.erasure import get_erasure_reason


def version(request: HttpRequest, decision: Decision, reference: Reference, number: int) -> HttpResponse:
    """A version that was replaced; 410 with date and reason when it was erased. The present one is the decision."""
    if decision.state != PUBLISHED:
        return instead(request, decision, reference)
    address = decision.get_absolute_url()
    found = get_version(decision.pk, number)
    if found is None:
        raise Http404("there is no such version")
    if number == decision.version_number:
        return HttpResponsePermanentRedirect(address)
    if found.content is None:
        return erased(request, decision, found)
    if address_of(request) != f"{address}/v/{number}":
        return HttpResponsePermanentRedirect(f"{address}/v/{number}")
    page = make_version(decision, found, list_versions(decision.pk))
    return show(request, "version", page, version_head(page, decision), robots=NOINDEX)


def erased(request: HttpRequest, decision: Decision, found: Version) -> HttpResponse:
    """What stands in place of a version that was erased: date and reason, 410."""
    at = found.erased_at or found.made_at
    reason = reason_words(get_erasure_reason(decision.pk, at))
    return show_notice(
        request, make_erased(decision.reference, found.number, day_of(at), reason, decision.get_absolute_url()), 410
    )
