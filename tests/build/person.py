"""People of the desk, and a browser or client in which one is signed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.build.browser import SCREEN, reader
from tests.build.decision import NOON
from tests.build.deployment import Deployment
from upheld.accounts.models import Person

PASSWORD = "a quiet reading room"
_NUMBERS = count(1)
_MAKE = """
from django.db import transaction
from tests.build.person import make_person, session_key
with transaction.atomic():
    person = make_person({role!r}, email={email!r}, second_factor={second_factor})
    print(session_key(person, second_factor={second_factor}))
"""


def make_person(
    role: str = "editor",
    *,
    second_factor: bool = True,
    email: str = "",
    name: str = "",
    password: str | None = PASSWORD,
) -> Person:
    """An invented person who may sign in; with `second_factor` an authenticator app is set up for them."""
    number = next(_NUMBERS)
    person = Person(
        email=email or f"{role}{number}@example.org",
        name=name or f"Invented {role.capitalize()} {number}",
        role=role,
        invited_at=NOON,
    )
    person.set_password(password)
    person.save()
    if second_factor:
        TOTP.activate(person, generate_totp_secret())
    return person


def sign_in(client: Client, person: Person, *, second_factor: bool = True) -> Client:
    """`client`, in which the person is signed in from now on."""
    client.cookies[settings.SESSION_COOKIE_NAME] = session_key(person, second_factor=second_factor)
    return client


def signed_in_client(role: str = "editor", *, second_factor: bool = True, **values: Any) -> Client:
    """A client of Django's in which a new person of the role is signed in; `client.person` is who."""
    person = make_person(role, second_factor=second_factor, **values)
    client = sign_in(Client(), person, second_factor=second_factor)
    client.person = person  # type: ignore[attr-defined]  # for the tests to compare with
    return client


def session_key(person: Person, *, second_factor: bool = True) -> str:
    """The key of a new session of the person, as a sign-in would have made it."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.session[SESSION_KEY] = str(person.pk)
    request.session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    request.session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    record_authentication(request, person, "password", email=person.email)
    if second_factor:
        factor = Authenticator.objects.filter(user=person).first()
        record_authentication(request, person, "mfa", id=factor.pk if factor else 0, type="totp")
    request.session.create()
    return str(request.session.session_key)


def session_at(deployment: Deployment, role: str = "editor", *, email: str = "", second_factor: bool = True) -> str:
    """The key of a session of a new person of the role at a deployment."""
    code = _MAKE.format(role=role, email=email or f"{role}{next(_NUMBERS)}@example.org", second_factor=second_factor)
    return deployment.python(code).communicate()[0].strip().splitlines()[-1]


@contextmanager
def signed_in_page(
    browser: Browser,
    deployment: Deployment,
    address: str,
    role: str = "editor",
    *,
    email: str = "",
    second_factor: bool = True,
    **options: Any,
) -> Iterator[Page]:
    """A page in which a new person of the role is signed in to the served `deployment` at `address`."""
    key = session_at(deployment, role, email=email, second_factor=second_factor)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": f"{address}/desk/"}
    with reader(browser, **(options or SCREEN)) as page:
        page.context.add_cookies([cookie])  # type: ignore[list-item]
        yield page
