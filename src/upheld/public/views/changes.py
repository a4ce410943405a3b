"""What a version of a decision changed."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from upheld.analysis.references import Reference
from upheld.public.frame import show
from upheld.public.pages.changes import SIDE, Compared, changes_head, make_changes
from upheld.public.pages.history import may_compare
from upheld.public.queries.decision import VersionLine, get_version, list_versions
from upheld.public.robots import NOINDEX
from upheld.public.views.decision import instead
from upheld.public.views.version import erased
from upheld.register.differences import Difference, compare_contents, said_by
from upheld.register.models import Decision
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.erasure import get_erasure_reason
from upheld.scheme import get_scheme
from upheld.ui.site import Link


def changes(request: HttpRequest, decision: Decision, reference: Reference, number: int) -> HttpResponse:
    """Version `number` beside the one before it; 410 when it was erased. Beside an erased one nothing is compared."""
    if decision.state != PUBLISHED:
        return instead(request, decision, reference)
    lines = {line.number: line for line in list_versions(decision.pk)}
    if number not in lines or number - 1 not in lines:
        raise Http404("there is no version before this one")
    if lines[number].is_erased and (found := get_version(decision.pk, number)):
        return erased(request, decision, found)
    here = f"{decision.get_absolute_url()}/v/{number}/changes"
    if request.path != here:
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{here}?{query}" if query else here)
    return _show(request, decision, lines, number)


def _show(request: HttpRequest, decision: Decision, lines: dict[int, VersionLine], number: int) -> HttpResponse:
    compared = Compared(
        decision, lines[number], lines[number - 1], _others(decision, lines, number), _withheld(decision, lines, number)
    )
    difference = None if compared.withheld else _difference(decision, number)
    page = make_changes(compared, difference, side=request.GET.get("view") == SIDE)
    return show(request, "changes", page, changes_head(page, decision), robots=NOINDEX)


def _difference(decision: Decision, number: int) -> Difference:
    old, new = get_version(decision.pk, number - 1), get_version(decision.pk, number)
    if old is None or new is None or old.content is None or new.content is None:
        raise Http404("one of the versions was erased just now")
    return compare_contents(said_by(old), said_by(new))


def _withheld(decision: Decision, lines: dict[int, VersionLine], number: int) -> str:
    line, before = lines[number], lines[number - 1]
    if may_compare(line, before):
        return ""
    erasure = get_erasure_reason(decision.pk, before.erased_at) if before.erased_at else ""
    return erasure or line.reason or get_scheme().reasons_for("redact")[0].slug


def _others(decision: Decision, lines: dict[int, VersionLine], number: int) -> tuple[Link, ...]:
    """What the versions nearest to this one changed, where that may be shown."""
    address = decision.get_absolute_url()

    def nearest(numbers: Sequence[int]) -> list[Link]:
        found = [one for one in numbers if one - 1 in lines and may_compare(lines[one], lines[one - 1])]
        return [Link(f"What changed in version {one}", f"{address}/v/{one}/changes") for one in found[:1]]

    return (*nearest(range(number - 1, 1, -1)), *nearest(range(number + 1, max(lines) + 1)))
