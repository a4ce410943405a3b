"""The calendar: a month, a day, and giving decisions another day."""

import datetime as dt
from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from upheld.accounts.requirements import may, person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.calendar import DayPage, day_head, make_month, month_head, weeks_of
from upheld.desk.pages.rows import row_of_decision
from upheld.desk.queries.decision import Standing, count_coming, find_by_uid, list_coming
from upheld.lib.clock import now
from upheld.lib.dates import DateNotUnderstoodError, date_in_zone, format_date, parse_date, parse_span
from upheld.register.actions.move_day import move_day
from upheld.register.rules import OvertakenError, RefusedError
from upheld.scheme import get_scheme

_FAR = dt.timedelta(days=366)


@requires("see")
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """What comes out in a month, this one unless `month` names another."""
    today = _today()
    month = _month(request.GET.get("month", ""), today)
    weeks = weeks_of(month)
    coming = list_coming(weeks[0][0], weeks[-1][-1])
    next_day = min(count_coming(today, today + _FAR), default=None)
    page = make_month(month, today, coming, next_day)
    return show(request, "calendar", page, month_head(page))


@requires("see")
@require_safe
def calendar_day(request: HttpRequest, day: str) -> HttpResponse:
    """What comes out on a day."""
    page = _day_page(request, _day(day))
    return show(request, "calendar_day", page, day_head(page))


@requires("approve")
@require_POST
def move(request: HttpRequest, day: str) -> HttpResponse:
    """Gives the chosen decisions another day, all or none; what refuses it is said on the page."""
    was, uids = _day(day), _chosen(request)
    if not request.POST.get("to", "").strip():
        return _refuse(request, was, [Fault("Give the day on which they are to appear", "to")])
    try:
        to = parse_date(request.POST.get("to", ""))
    except DateNotUnderstoodError as error:
        return _refuse(request, was, [Fault(str(error), "to")])
    chosen = find_by_uid(uids)
    if not chosen:
        return _refuse(request, was, [Fault("Choose the decisions that get another day", "rows")])
    try:
        move_day([one.pk for one in chosen], to, by=person_of(request).email, at=now())
    except RefusedError as error:
        return _refuse(request, was, [Fault(str(blocker), "to") for blocker in error.blockers])
    except OvertakenError as error:
        return _refuse(request, was, [Fault(str(error), "rows")])
    messages.success(request, f"{_named(chosen)} will appear on {format_date(to)}.")
    return HttpResponseRedirect(f"/desk/calendar/{was.isoformat()}", status=303)


def _refuse(request: HttpRequest, day: dt.date, faults: Sequence[Fault]) -> HttpResponse:
    page = _day_page(request, day, faults)
    return show(request, "calendar_day", page, day_head(page), status=400)


def _day_page(request: HttpRequest, day: dt.date, faults: Sequence[Fault] = ()) -> DayPage:
    person, today = person_of(request), _today()
    return DayPage(
        date=day,
        rows=tuple(row_of_decision(one) for one in list_coming(day, day)),
        is_past=day < today,
        moves=may(person, "approve"),
        holds=may(person, "hold"),
        earliest=today,
        faults=tuple(faults),
        to=request.POST.get("to", ""),
        chosen=frozenset(request.POST.getlist("chosen")),
    )


def _chosen(request: HttpRequest) -> list[str]:
    """The uids of the decisions that were chosen."""
    return [key.removeprefix("decision:") for key in request.POST.getlist("chosen")]


def _named(chosen: Sequence[Standing]) -> str:
    return chosen[0].reference if len(chosen) == 1 else f"{len(chosen)} decisions"


def _today() -> dt.date:
    return date_in_zone(now(), get_scheme().timezone)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def _month(text: str, today: dt.date) -> dt.date:
    """The first day of the month that is asked for; of this one where it is none."""
    try:
        month = parse_span(text).first.replace(day=1) if text else today.replace(day=1)
    except DateNotUnderstoodError:
        month = today.replace(day=1)
    return min(max(month, dt.date(2000, 1, 1)), dt.date(2999, 1, 1))
