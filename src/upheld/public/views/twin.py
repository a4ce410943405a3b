"""A decision, or a version of it, in another form than a page: the same address with an ending."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from upheld.analysis.references import Reference
from upheld.public.frame import show
from upheld.public.pages.errors import error_head
from upheld.public.pages.twin import make_twin
from upheld.public.pages.twin_refusal import make_refusal
from upheld.public.queries.decision import VersionLine, get_version, list_versions
from upheld.public.robots import NOINDEX, with_robots
from upheld.public.turns import BusyError
from upheld.public.twins.forms import FORMS, JSON, MARKDOWN, TEXT, Form
from upheld.public.twins.interchange import Superseded, write_interchange
from upheld.public.twins.markdown import write_markdown
from upheld.public.twins.plain import write_plain
from upheld.public.twins.press import TooLongError, get_press
from upheld.public.views.decision import instead, robots_of
from upheld.public.views.version import version
from upheld.register.content import read_facts
from upheld.register.models import Decision, Version
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.record import get_version_record
from upheld.register.queries.register import is_demo

RETRY_SECONDS = 5


def twin(request: HttpRequest, decision: Decision, reference: Reference, ending: str) -> HttpResponse:
    """The decision as it stands; what its page says in its place when it is not shown."""
    if decision.state != PUBLISHED:
        return instead(request, decision, reference)
    canonical = f"{decision.get_absolute_url()}.{ending.lower()}"
    if request.get_full_path() != canonical:
        return with_robots(HttpResponsePermanentRedirect(canonical), robots_of(decision))
    return _answer(request, FORMS[ending.lower()], decision, decision.version, None)


def version_twin(
    request: HttpRequest, decision: Decision, reference: Reference, number: int, ending: str
) -> HttpResponse:
    """A version that was replaced; what its page says in its place when it is not shown."""
    found = get_version(decision.pk, number) if decision.state == PUBLISHED else None
    if found is None or found.content is None:
        return version(request, decision, reference, number)
    address = decision.get_absolute_url()
    if number == decision.version_number:
        return with_robots(HttpResponsePermanentRedirect(f"{address}.{ending.lower()}"), NOINDEX)
    canonical = f"{address}/v/{number}.{ending.lower()}"
    if request.get_full_path() != canonical:
        return with_robots(HttpResponsePermanentRedirect(canonical), NOINDEX)
    following = next(line for line in list_versions(decision.pk) if line.number == number + 1)
    return _answer(request, FORMS[ending.lower()], decision, found, following)


def _answer(
    request: HttpRequest, form: Form, decision: Decision, shown: Version, following: VersionLine | None
) -> HttpResponse:
    try:
        response = HttpResponse(_write(form, decision, shown, following), form.kind)
    except (BusyError, TooLongError) as error:
        return _refuse(request, form, decision, is_busy=isinstance(error, BusyError))
    place = "attachment" if form.saved else "inline"
    response["Content-Disposition"] = f'{place}; filename="{decision.slug}-v{shown.number}.{form.ending}"'
    response["Link"] = f'<{settings.PUBLIC_URL}{decision.get_absolute_url()}>; rel="canonical"'
    return with_robots(response, NOINDEX if following else robots_of(decision))


def _write(form: Form, decision: Decision, shown: Version, following: VersionLine | None) -> bytes:
    if form is JSON:
        record = get_version_record(decision, shown)
        superseded = Superseded(shown.number, decision.version_number, following.made_at) if following else None
        return write_interchange(record, superseded, demo=is_demo())
    clearings = get_press().clearings
    twin = make_twin(decision, shown, following)
    if form is MARKDOWN:
        return write_markdown(twin)
    if form is TEXT:
        return write_plain(twin, read_facts(shown.content or "").sections)
    return get_press().make(decision.pk, form.ending, twin, clearings)


def _refuse(request: HttpRequest, form: Form, decision: Decision, *, is_busy: bool) -> HttpResponse:
    """503 with a sentence and the forms that can always be had."""
    page = make_refusal(form, decision.get_absolute_url(), is_busy=is_busy)
    response = show(request, "error", page, error_head(page), status=page.status)
    response["Cache-Control"] = "no-store"
    if is_busy:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response
