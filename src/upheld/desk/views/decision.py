"""A decision in the desk: its page, its text as readers would see it, and what its versions changed."""

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from upheld.accounts.requirements import person_of, requires
from upheld.desk.frame import show
from upheld.desk.pages.decision import decision_head, make_decision
from upheld.desk.pages.difference import difference_head, make_difference
from upheld.desk.queries.journal import entries_of, name_entries
from upheld.desk.queries.one_decision import get_decision_or_404, read_around
from upheld.lib.clock import now
from upheld.lib.dates import date_in_zone
from upheld.register.content import prepare
from upheld.register.differences import compare_contents, said_by
from upheld.register.queries.record import get_record
from upheld.scheme import get_scheme

_ENTRIES = 200


@requires("see")
@require_safe
def decision(request: HttpRequest, uid: str) -> HttpResponse:
    """What it is, what waits, what can be done, what happened."""
    found = get_decision_or_404(uid)
    around = read_around(found)
    history = name_entries(list(entries_of(found).order_by("-number")[:_ENTRIES]))
    today = date_in_zone(now(), get_scheme().timezone)
    page = make_decision(found, around, history, person_of(request), today)
    return show(request, "decision", page, decision_head(found, around))


@requires("see")
@require_safe
def decision_text(request: HttpRequest, uid: str) -> HttpResponse:
    """Its present text, on the page on which readers would see it, whatever its state."""
    found = get_decision_or_404(uid)
    preview: Callable[..., HttpResponse] = import_string(settings.PREVIEW)
    content = prepare(get_record(found.pk), get_scheme())
    words = f"This decision is {_state(found.state)}. This is how readers see it, or would."
    at: dt.datetime = found.version.made_at
    return preview(request, content, words=words, back=f"/desk/decisions/{uid}", at=at, version=found.version_number)


@requires("see")
@require_safe
def decision_version(request: HttpRequest, uid: str, number: int) -> HttpResponse:
    """What this version changed, word by word."""
    found = get_decision_or_404(uid)
    pair = {one.number: one for one in found.versions.filter(number__in=(number - 1, number), content__isnull=False)}
    if len(pair) != 2:
        raise Http404("there is nothing to compare")
    difference = compare_contents(said_by(pair[number - 1]), said_by(pair[number]))
    return show(request, "difference", make_difference(found, number, difference), difference_head(found, number))


def _state(state: str) -> str:
    return {"embargoed": "scheduled"}.get(state, state)
