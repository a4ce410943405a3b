"""The home page of the desk, and what an import left out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from upheld.accounts.queries.person import list_people
from upheld.accounts.requirements import person_of, requires
from upheld.desk.frame import show
from upheld.desk.pages.home import home_head, make_home
from upheld.desk.pages.run import make_run, run_head
from upheld.desk.queries.home import get_home
from upheld.editorial.actions.see_notices import see_notices
from upheld.ingest.queries.run import get_run, list_left_out
from upheld.lib.clock import now


@requires("see")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What needs the person now."""
    person = person_of(request)
    names = {one.email: str(one) for one in list_people()}
    return show(request, "home", make_home(get_home(person, now()), person, names), home_head())


@requires("see")
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """What the person was told of is seen."""
    count = see_notices(by=person_of(request).email, at=now())
    if count:
        messages.success(request, "Seen. The journal keeps what happened.")
    return HttpResponseRedirect("/desk/", status=303)


@requires("see")
@require_safe
def import_run(request: HttpRequest, run_id: int) -> HttpResponse:
    """What one import did not take in, and why."""
    run = get_run(run_id)
    if run is None:
        raise Http404
    page = make_run(run, list_left_out(run_id))
    return show(request, "run", page, run_head(page))
