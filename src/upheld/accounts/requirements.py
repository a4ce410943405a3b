"""What a page of the desk asks of the person who opens it; every view of the desk says so by one of these."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from upheld.accounts.models import Person
from upheld.accounts.roles import PERMISSIONS, ROLES, Role, changes_something, role_may, roles_with
from upheld.lib.desk import DESK, in_desk

View = Callable[..., Any]
ANYONE, SIGNED_IN = "anyone", "signed-in"


class NotAllowedError(PermissionDenied):
    """The person's role does not allow it; `roles` are those that do."""

    def __init__(self, permission: str) -> None:
        """For the page that says who can."""
        self.permission = PERMISSIONS[permission]
        self.roles: tuple[Role, ...] = roles_with(permission)
        super().__init__(f"Your role does not allow this: {self.permission.label}")


def requires(permission: str) -> Callable[[View], View]:
    """A view for people whose role has `permission`, signed in with a second factor if they can change anything."""
    assert permission in PERMISSIONS, permission  # noqa: S101 - a mistyped one shows when the server starts

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response: HttpResponse = refusal(request, permission) or view(request, *args, **kwargs)
            return response

        return _marked(checked, permission)

    return decorate


def requires_sign_in(view: View) -> View:
    """A view about the person's own account: signed in is enough, a second factor may just be what is to be set up."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs) if _is_signed_in(request) else to_sign_in(request)
        return response

    return _marked(checked, SIGNED_IN)


def open_to_anyone(view: View) -> View:
    """A view that people reach before they are signed in. It must say itself what it asks of them."""
    return _marked(view, ANYONE)


def permission_of(view: View) -> str:
    """What the view requires: a permission, SIGNED_IN or ANYONE; empty when it does not say."""
    return str(getattr(view, "permission", ""))


def may(person: Person | AnonymousUser, permission: str) -> bool:
    """Whether the person's role has the permission: for showing what can be done. Views say `requires` besides."""
    return isinstance(person, Person) and person.is_active and role_may(person.role, permission)


def person_of(request: HttpRequest) -> Person:
    """The person who is signed in. Only for views that require it."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def refusal(request: HttpRequest, permission: str) -> HttpResponse | None:
    """The way to what is missing, None when nothing is. Raises NotAllowedError."""
    if not _is_signed_in(request):
        return to_sign_in(request)
    person = person_of(request)
    if person.role not in ROLES or (changes_something(person.role) and not has_second_factor(request)):
        return HttpResponseRedirect(reverse("mfa_index"))
    if not may(person, permission):
        raise NotAllowedError(permission)
    return None


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this very session was signed in to with a second factor."""
    records = get_authentication_records(request, person_of(request))
    return any(record.get("method") == "mfa" for record in records)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way to the sign-in page, which leads back to the page one was on."""
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': _page(request)})}")


def _page(request: HttpRequest) -> str:
    """The page to come back to: what was sent to an address that only takes is gone, so the page it was sent from."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    is_ours = came_from.netloc == request.get_host() and in_desk(came_from.path)
    return came_from.path if is_ours else f"{DESK}/"


def _is_signed_in(request: HttpRequest) -> bool:
    return isinstance(request.user, Person)


def _marked(view: View, permission: str) -> View:
    view.permission = permission  # type: ignore[attr-defined]  # what the test of the matrix reads
    return view
