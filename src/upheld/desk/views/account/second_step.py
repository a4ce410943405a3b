"""Setting up what is shown besides the password: an authenticator app, passkeys, recovery codes."""

import json
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base.views import ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth import update_session_auth_hash
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from markupsafe import Markup

from upheld.accounts.actions.second_factor import note_second_factor
from upheld.accounts.requirements import person_of
from upheld.desk.pages.account.form import Field, FormPage, faults_of, filled
from upheld.desk.pages.account.second_step import AppPage, CodesPage, spaced
from upheld.desk.views.account.framed import Framed, after
from upheld.desk.views.account.sign_in import CODE
from upheld.lib.clock import now
from upheld.ui.site import Link

WITH_PASSWORD = Link("Use your password", "/desk/account/again")
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
REMOVING = "You are signed out everywhere else."
LAST_REMOVED = "It is your only second step. Until you set up another, you can only look after your own account."


class SetUpApp(Framed, totp.ActivateTOTPView):
    """Shows the picture that an app reads, and asks for the code that the app then shows."""

    title, template = "Set up an authenticator app", "account/app"

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> AppPage:
        """What the template shows."""
        picture = context["totp_svg"]
        figures = Field("code", "Code", complete="one-time-code", mode="numeric", hint="The six figures that it shows")
        return AppPage(
            picture=Markup(picture[picture.index("<svg") :]),  # noqa: S704 - drawn by the server
            secret=spaced(getattr(form, "secret", "")),
            address=context["totp_url"],
            form=FormPage("Set it up", filled(form, figures), faults=faults_of(form)),
        )

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Sets it up; this session goes on as one with a second factor, all others end."""
        response = super().form_valid(form)
        _added(self.request, Authenticator.Type.TOTP)
        return response


class RemoveApp(Framed, totp.DeactivateTOTPView):
    """Takes the authenticator app away."""

    title = "Remove your authenticator app"

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        del context
        return FormPage("Remove it", sentences=_what_removing_does(self.request), faults=faults_of(form), is_grave=True)

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Takes it away; all other sessions end."""
        response = super().form_valid(form)
        _removed(self.request)
        return response


class AddPasskey(Framed, webauthn.AddWebAuthnView):
    """Lets the browser make a passkey, on this device or a key that is plugged in."""

    title, template = "Add a passkey", "account/passkey"

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        name = Field("name", "What to call it", hint="So that you know it from another: “work laptop” for instance")
        return FormPage(
            "",
            filled(form, name),
            sentences=("The browser asks you to confirm with your fingerprint, your face, a PIN or a security key.",),
            faults=faults_of(form),
            passkey=json.dumps(context["js_data"]["creation_options"]),
            passkey_button="Make a passkey",
            passkey_act="create",
        )

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Keeps it; this session goes on as one with a second factor, all others end."""
        response = super().form_valid(form)
        _added(self.request, Authenticator.Type.WEBAUTHN)
        return response


class RemovePasskey(Framed, webauthn.RemoveWebAuthnView):
    """Takes one passkey away."""

    title, success_url = "Remove a passkey", reverse_lazy("mfa_index")

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        del form
        lead = f"The passkey “{context['object'].wrap().name}” will no longer work here."
        return FormPage("Remove it", sentences=(lead, *_what_removing_does(self.request)), is_grave=True)

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Takes it away; all other sessions end."""
        response = super().form_valid(form)
        _removed(self.request)
        return response


class Codes(Framed, codes.ViewRecoveryCodesView):
    """The recovery codes, once."""

    title, template = "Your recovery codes", "account/codes"

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> CodesPage:
        """What the template shows."""
        del form
        can_view = bool(context["can_view_codes"])
        return CodesPage(tuple(context["unused_codes"]) if can_view else (), len(context["unused_codes"]))


class NewCodes(Framed, codes.GenerateRecoveryCodesView):
    """Makes new recovery codes, after which the old ones do not work."""

    title = "Make new recovery codes"

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        left = context["unused_code_count"]
        lead = f"You have {left} unused {'code' if left == 1 else 'codes'}. New ones take their place."
        return FormPage("Make new codes", sentences=(lead,), faults=faults_of(form))


class AgainByCode(Framed, ReauthenticateView):
    """Asks for a code before something about signing in is changed."""

    title = "A code, to be sure"

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        del context
        sentences = ("You are about to change how you sign in.",)
        fields, faults = filled(form, CODE), faults_of(form)
        return FormPage("Go on", fields, sentences, faults, (WITH_PASSWORD,), after(self.request))


class AgainByPasskey(Framed, webauthn.ReauthenticateWebAuthnView):
    """Asks for a passkey before something about signing in is changed."""

    title = "Your passkey, to be sure"

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        return FormPage(
            "",
            faults=faults_of(form),
            sentences=("You are about to change how you sign in.",),
            ways=(WITH_PASSWORD,),
            after=after(self.request),
            passkey=json.dumps(context["js_data"]["request_options"]),
            passkey_button="Use a passkey",
            passkey_act="get",
        )


def _what_removing_does(request: HttpRequest) -> tuple[str, ...]:
    factors = Authenticator.objects.filter(user=person_of(request), type__in=FACTORS).count()
    return (REMOVING, LAST_REMOVED) if factors <= 1 else (REMOVING,)


def _added(request: HttpRequest, kind: str) -> None:
    """The code or passkey that was just shown counts for this session: it is the same proof as at a sign-in."""
    person = person_of(request)
    made = Authenticator.objects.filter(user=person, type=kind).latest("pk")
    note_second_factor(person, "added", by=person.email, at=now())
    update_session_auth_hash(request, person)
    record_authentication(request, person, "mfa", id=made.pk, type=str(kind))


def _removed(request: HttpRequest) -> None:
    person = person_of(request)
    note_second_factor(person, "removed", by=person.email, at=now())
    update_session_auth_hash(request, person)
    if not is_mfa_enabled(person, FACTORS):
        kept = [one for one in get_authentication_records(request, person) if one.get("method") != "mfa"]
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = kept
