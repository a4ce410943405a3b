"""The person's own account."""

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from upheld.accounts.models import Person
from upheld.accounts.requirements import has_second_factor, person_of
from upheld.accounts.roles import PERMISSIONS, ROLES, changes_something
from upheld.desk.frame import HOME, show
from upheld.desk.pages.account.overview import AccountPage, Passkey
from upheld.ui.site import Head


def overview(request: HttpRequest) -> HttpResponse:
    """Who one is here, what one may do, how one signs in."""
    page = _make_page(person_of(request), is_sure=has_second_factor(request))
    return show(request, "account/overview", page, Head("Your account", trail=(HOME,)))


def _make_page(person: Person, *, is_sure: bool) -> AccountPage:
    role = ROLES[person.role]
    factors = {kind: [] for kind in Authenticator.Type.values} | _factors(person)
    app, codes = factors["totp"], factors["recovery_codes"]
    return AccountPage(
        name=person.name,
        email=person.email,
        role=role.label,
        role_sentence=role.sentence,
        permissions=tuple(one.label for one in PERMISSIONS.values() if one.slug in role.permissions),
        needs_second_step=changes_something(role.slug) and not is_sure,
        app_at=app[0].created_at if app else None,
        passkeys=tuple(map(_passkey, factors["webauthn"])),
        codes_left=len(codes[0].wrap().get_unused_codes()) if codes else 0,
    )


def _factors(person: Person) -> dict[str, list[Authenticator]]:
    found: dict[str, list[Authenticator]] = {}
    for factor in Authenticator.objects.filter(user=person).order_by("pk"):
        found.setdefault(factor.type, []).append(factor)
    return found


def _passkey(factor: Authenticator) -> Passkey:
    href = reverse("mfa_remove_webauthn", args=[factor.pk])
    return Passkey(factor.wrap().name, href, factor.created_at, factor.last_used_at)
