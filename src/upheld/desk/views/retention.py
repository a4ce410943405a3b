"""How long decisions are published."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from upheld.accounts.requirements import may, person_of, requires
from upheld.desk.components import Fault
from upheld.desk.frame import show
from upheld.desk.pages.retention import make_retention, retention_head
from upheld.desk.publicly import clock, follow
from upheld.editorial.actions.let_go import let_go
from upheld.editorial.queries.retention import NOTICE_DAYS, list_due, list_gone
from upheld.lib.clock import now
from upheld.lib.dates import date_in_zone
from upheld.register.rules import OvertakenError, RefusedError
from upheld.scheme import get_scheme


@requires("retention")
@require_http_methods(["GET", "HEAD", "POST"])
def retention(request: HttpRequest) -> HttpResponse:
    """What goes soon and what went; POST lets those go whose time has ended."""
    if request.method != "POST":
        return _show(request)
    over = [one.decision.pk for one in list_due(now())]
    try:
        count = let_go(over, by=person_of(request).email, at=now())
    except (RefusedError, OvertakenError) as error:
        return _show(request, [Fault(f"{error}.")], 409)
    noun = "decision is" if count == 1 else "decisions are"
    messages.success(request, f"{count} {noun} withdrawn. Gone from every page at {clock(follow(request))}.")
    return HttpResponseRedirect("/desk/retention", status=303)


def _show(request: HttpRequest, faults: Sequence[Fault] = (), status: int = 200) -> HttpResponse:
    today = date_in_zone(now(), get_scheme().timezone)
    lets_go = may(person_of(request), "retention")
    page = make_retention(list_due(now(), within=NOTICE_DAYS), list_gone(), today, lets_go=lets_go, faults=faults)
    return show(request, "retention", page, retention_head(), status)
