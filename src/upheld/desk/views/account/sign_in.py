"""Signing in, with the second step, and out."""

import json
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.forms import BaseForm

from upheld.desk.pages.account.form import Field, FormPage, faults_of, filled
from upheld.desk.views.account.framed import Framed, after
from upheld.ui.site import Link

FORGOTTEN = Link("Set a new password", "/desk/account/forgotten")
CODE = Field(
    "code", "Code", complete="one-time-code", mode="numeric", hint="Six figures from your app, or a recovery code"
)


class SignIn(Framed, account.LoginView):
    """E-mail address and password. What is wrong is said the same whatever it is."""

    title, trail = "Sign in to the desk", ()

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        del context
        fields = filled(
            form,
            Field("login", "E-mail address", "email", "username"),
            Field("password", "Password", "password", "current-password"),
        )
        return FormPage("Sign in", fields, faults=faults_of(form), ways=(FORGOTTEN,), after=after(self.request))


class SecondStep(Framed, mfa.AuthenticateView):
    """What only this person has: a passkey, their app, or one of their recovery codes."""

    title, trail = "Second step", ()

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows; the passkey first, for people who have one."""
        options = context.get("js_data", {}).get("request_options", {})
        has_passkey = bool(options.get("publicKey", {}).get("allowCredentials"))
        passkey_form = context.get("webauthn_form")
        faults = faults_of(form) + (faults_of(passkey_form) if passkey_form is not None else ())
        return FormPage(
            "Go on",
            filled(form, CODE),
            sentences=("Your password is right. Show that it is you.",),
            faults=faults,
            passkey=json.dumps(options) if has_passkey else "",
            passkey_button="Use a passkey",
            passkey_act="get",
            cancels=True,
        )


class SignOut(Framed, account.LogoutView):
    """Signs out what was sent from a page of ours; a link from elsewhere only asks."""

    title = "Sign out"

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        del form, context
        return FormPage("Sign out")
