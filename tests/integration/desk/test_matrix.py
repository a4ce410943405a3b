"""Every address of the desk, for every role: what is not allowed does not happen, and says who may."""

import re

import pytest
from django.test import Client

from tests.build.person import make_person, sign_in
from tests.build.reader import Seen
from tests.docs.roles_page import Route, list_routes
from upheld.accounts.requirements import ANYONE, SIGNED_IN
from upheld.accounts.roles import PERMISSIONS, ROLES, changes_something, role_may, roles_with

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROUTES = list_routes()
GUARDED = [route for route in ROUTES if route.permission not in {ANYONE, SIGNED_IN}]
EXAMPLES = {"int": "999999", "str": "1", "slug": "a", "uuid": "00000000-0000-0000-0000-000000000001", "path": "a"}
OPEN_BEFORE_SIGN_IN = (
    "/desk/account/sign-in", "/desk/account/second-step", "/desk/account/sign-out", "/desk/account/forgotten",
    "/desk/account/forgotten/sent", "/desk/account/link/{uidb36}-{key}",
)  # fmt: skip
TO_SIGN_IN = ("/desk/account/sign-in", "/desk/account/")
OPEN_BY_SIGNATURE = "/desk/hold/"


def address(route: Route) -> str:
    """An address that the route matches; what it would lead to need not exist."""
    kinds = {name: type(one).__name__.removesuffix("Converter").lower() for name, one in _converters(route)}
    return re.sub(r"\{(\w+)\}", lambda found: EXAMPLES.get(kinds.get(found[1], ""), "a"), route.path)


def _converters(route: Route) -> list[tuple[str, object]]:
    return list(getattr(route.pattern.pattern, "converters", {}).items())


def test_every_view_of_the_desk_says_what_it_requires() -> None:
    known = {ANYONE, SIGNED_IN, *PERMISSIONS}
    assert [route.path for route in ROUTES if route.permission not in known] == []
    assert len(ROUTES) > 25


def test_only_what_comes_before_signing_in_is_open_to_anyone() -> None:
    opened = {route.path for route in ROUTES if route.permission == ANYONE}
    assert {path for path in opened if not path.startswith(OPEN_BY_SIGNATURE)} == set(OPEN_BEFORE_SIGN_IN)


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_gets_in_without_signing_in(method: str) -> None:
    client = Client()
    for route in ROUTES:
        if route.permission != ANYONE:
            seen = Seen(getattr(client, method)(address(route)))
            assert (seen.status, seen.location.partition("?")[0]) == (302, "/desk/account/sign-in"), route.path


@pytest.mark.parametrize("role", ROLES)
def test_a_password_alone_lets_nobody_in_who_can_change_anything(role: str) -> None:
    client = sign_in(Client(raise_request_exception=False), make_person(role), second_factor=False)
    for route in GUARDED:
        response = client.post(address(route))
        if changes_something(role):
            assert (response.status_code, response.headers["Location"]) == (302, "/desk/account/"), route.path
        elif not role_may(role, route.permission):
            assert response.status_code == 403, route.path


@pytest.mark.parametrize("role", ROLES)
def test_a_role_cannot_do_what_it_may_not(role: str) -> None:
    client = sign_in(Client(raise_request_exception=False), make_person(role))
    for route in GUARDED:
        if not role_may(role, route.permission):
            statuses = {client.get(address(route)).status_code, client.post(address(route)).status_code}
            assert statuses == {403}, f"{role} {route.path}"


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_a_role_can_do_what_it_may(role: str) -> None:
    client = sign_in(Client(raise_request_exception=False), make_person(role))
    for route in GUARDED:
        if role_may(role, route.permission):
            for response in (client.get(address(route)), client.post(address(route))):
                assert response.status_code != 403, f"{role} {route.path}"
                assert response.headers.get("Location", "").partition("?")[0] not in TO_SIGN_IN, f"{role} {route.path}"


@pytest.mark.parametrize("permission", PERMISSIONS)
def test_a_refusal_says_who_may(permission: str) -> None:
    route = next((one for one in GUARDED if one.permission == permission), None)
    role = next((role for role in ROLES if not role_may(role, permission)), None)
    if route is None or role is None:
        return
    seen = Seen(sign_in(Client(), make_person(role)).get(address(route)))
    assert seen.status == 403
    assert all(f"{one.label.lower()}s" in seen.main for one in roles_with(permission))


@pytest.mark.parametrize("route", [one for one in ROUTES if one.permission == SIGNED_IN], ids=lambda one: one.path)
def test_ones_own_account_is_open_to_every_role(route: Route) -> None:
    client = sign_in(Client(), make_person("reader", second_factor=False), second_factor=False)
    assert client.get(address(route)).status_code in {200, 302, 404}
