"""People: who may sign in, and what may be done about it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_POST

from upheld.accounts.actions.change_role import change_role
from upheld.accounts.actions.deactivate import deactivate, reactivate
from upheld.accounts.actions.guard import NotPossibleError, UnknownPersonError
from upheld.accounts.actions.invite import InvitationError, invite
from upheld.accounts.actions.second_factor import reset_second_factor
from upheld.accounts.actions.send_link import renew_link, send_link
from upheld.accounts.links import life_of_link, make_link
from upheld.accounts.mail import can_send
from upheld.accounts.models import Person
from upheld.accounts.queries.person import facts_of, get_person, list_people
from upheld.accounts.requirements import person_of, requires
from upheld.accounts.roles import ROLES
from upheld.desk.components import Fault
from upheld.desk.frame import HOME, show
from upheld.desk.pages.people import InvitePage, LinkPage, make_choices, make_people, make_person_page
from upheld.lib.clock import now
from upheld.lib.text import UncleanTextError
from upheld.ui.site import Head, Link

PEOPLE = Link("People", "/desk/people")
LINK = "upheld_link"


@requires("people")
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Everybody, and what each role may do."""
    return show(request, "people", make_people(list_people()), Head("People", trail=(HOME,)))


@requires("people")
def invite_person(request: HttpRequest) -> HttpResponse:
    """The form for a new person; what is sent makes one, and shows the link for them."""
    if request.method != "POST":
        return _form(request, InvitePage("", "", make_choices("editor")))
    name, email, role = (request.POST.get(field, "") for field in ("name", "email", "role"))
    try:
        person = invite(email, name, role, by=person_of(request).email, at=now())
    except (InvitationError, NotPossibleError, UncleanTextError) as error:
        fault = Fault(str(error), getattr(error, "field", "email"))
        return _form(request, InvitePage(name, email, make_choices(role), (fault,)))
    return _hand_over(request, person, make_link(person), f"{person.name} is invited.")


@requires("people")
@require_GET
def person_page(request: HttpRequest, person_id: int) -> HttpResponse:
    """One person, and what may be done."""
    person = _get(person_id)
    page = make_person_page(person, facts_of(person, person_of(request).email))
    return show(request, "person", page, Head(person.name, trail=(HOME, PEOPLE)))


@requires("people")
@require_GET
def person_link(request: HttpRequest, person_id: int) -> HttpResponse:
    """The link that was just made, once: it is kept in the session until it is shown."""
    person, link = _get(person_id), request.session.pop(LINK, "")
    if not link:
        return HttpResponseRedirect(person.get_absolute_url())
    page = LinkPage(person.name, person.email, link, life_of_link(person), can_send(), person.get_absolute_url())
    return show(request, "person_link", page, Head(f"A link for {person.name}", trail=(HOME, PEOPLE)))


@requires("people")
@require_POST
def change_person_role(request: HttpRequest, person_id: int) -> HttpResponse:
    """Gives the person another role."""
    role = request.POST.get("role", "")

    def act() -> str:
        person = change_role(person_id, role, by=person_of(request).email, at=now())
        return f"{person.name} is now {ROLES[person.role].label.lower()}, and has to sign in again."

    return _do(request, person_id, act)


@requires("people")
@require_POST
def deactivate_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Lets the person in no longer."""
    by, at = person_of(request).email, now()
    return _do(request, person_id, lambda: f"{deactivate(person_id, by=by, at=at).name} can no longer sign in.")


@requires("people")
@require_POST
def reactivate_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Lets the person in again."""
    by, at = person_of(request).email, now()
    return _do(request, person_id, lambda: f"{reactivate(person_id, by=by, at=at).name} can sign in again.")


@requires("people")
@require_POST
def reset_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Takes the person's second factors away."""

    def act() -> str:
        person = reset_second_factor(person_id, by=person_of(request).email, at=now())
        return f"{person.name} sets up a new second step at the next sign-in."

    return _do(request, person_id, act)


@requires("people")
@require_POST
def new_link(request: HttpRequest, person_id: int) -> HttpResponse:
    """Makes a new link to set a password."""
    try:
        person, link = renew_link(person_id, by=person_of(request).email, at=now())
    except (NotPossibleError, UnknownPersonError) as error:
        return _refuse(request, person_id, error)
    return _hand_over(request, person, link, "Older links no longer work.")


def _hand_over(request: HttpRequest, person: Person, link: str, said: str) -> HttpResponse:
    send_link(person, link)
    messages.success(request, said)
    request.session[LINK] = link
    return _see(f"{person.get_absolute_url()}/link")


def _do(request: HttpRequest, person_id: int, act: Callable[[], str]) -> HttpResponse:
    try:
        messages.success(request, act())
    except (NotPossibleError, UnknownPersonError) as error:
        return _refuse(request, person_id, error)
    return _see(f"/desk/people/{person_id}")


def _refuse(request: HttpRequest, person_id: int, error: Exception) -> HttpResponse:
    if isinstance(error, UnknownPersonError):
        raise Http404
    messages.error(request, str(error))
    return _see(f"/desk/people/{person_id}")


def _get(person_id: int) -> Person:
    person = get_person(person_id)
    if person is None:
        raise Http404
    return person


def _form(request: HttpRequest, page: InvitePage) -> HttpResponse:
    return show(request, "invite", page, Head("Invite a person", trail=(HOME, PEOPLE)), 422 if page.faults else 200)


def _see(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response
