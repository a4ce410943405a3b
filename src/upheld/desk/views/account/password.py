"""Passwords: forgotten, set by a link, changed, and asked for again."""

from typing import Any

from allauth.account import views as account
from django.forms import BaseForm
from django.urls import reverse_lazy

from upheld.accounts.mail import can_send
from upheld.accounts.models import Person
from upheld.desk.pages.account.form import Field, FormPage, faults_of, filled
from upheld.desk.views.account.framed import Framed, after
from upheld.desk.views.account.sign_in import FORGOTTEN
from upheld.ui.site import Link

SIGN_IN = Link("Sign in", "/desk/account/sign-in")
HINT = "At least 12 characters. Some words that do not belong together are easy to keep in mind and hard to guess."
NEW = (
    Field("password1", "New password", "password", "new-password", HINT),
    Field("password2", "The same again", "password", "new-password"),
)
BY_MAIL = "If somebody with this address may sign in, a mail with a link is on its way to it."
NO_MAIL = (
    "This register sends no mail. Ask an administrator: they can make a link with which you set a new password.",
    "An administrator who is locked out asks whoever looks after the server.",
)
GONE = (
    "A link works once, and not for long. This one was used, is too old, or was not copied whole.",
    "Ask for another, or ask an administrator.",
)
OTHERS_END = "You stay signed in here, and are signed out everywhere else."


class Forgotten(Framed, account.PasswordResetView):
    """Asks for a link. The answer is the same for an address that nobody has."""

    title, trail = "Set a new password", ()

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        del context
        if not can_send():
            return FormPage("", sentences=NO_MAIL, ways=(SIGN_IN,))
        fields = filled(form, Field("email", "E-mail address", "email", "username"))
        return FormPage("Send the link", fields, faults=faults_of(form), ways=(SIGN_IN,))


class Sent(Framed, account.PasswordResetDoneView):
    """Says that a mail is on its way, if there is somebody to write to."""

    title, trail = "Look at your mail", ()

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        del form, context
        return FormPage("", sentences=(BY_MAIL,) if can_send() else NO_MAIL, ways=(SIGN_IN,))


class FromLink(Framed, account.PasswordResetFromKeyView):
    """Sets the password that the person who has the link chooses. The link's secret leaves the address at once."""

    title, trail = "Choose a password", ()
    success_url = reverse_lazy("account_login")
    reset_user: Person | None

    def make_title(self, context: dict[str, Any]) -> str:
        """The title of the page."""
        return "This link no longer works" if context.get("token_fail") else self.title

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        if context.get("token_fail") or self.reset_user is None:
            return FormPage("", sentences=GONE, ways=(FORGOTTEN, SIGN_IN))
        lead = f"For {self.reset_user.email}. You sign in with it from now on."
        return FormPage("Set the password", filled(form, *NEW), (lead,), faults_of(form))


class Change(Framed, account.PasswordChangeView):
    """Changes the password of who is signed in, who shows the present one."""

    title = "Change your password"
    success_url = reverse_lazy("mfa_index")

    def get_default_success_url(self) -> str:
        """Back to the account."""
        return str(self.success_url)

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        del context
        fields = filled(form, Field("oldpassword", "Your present password", "password", "current-password"), *NEW)
        return FormPage("Change the password", fields, (OTHERS_END,), faults_of(form))


class Again(Framed, account.ReauthenticateView):
    """Asks for the password again before something about signing in is changed."""

    title = "Your password again"

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> FormPage:
        """What the template shows."""
        del context
        fields = filled(form, Field("password", "Password", "password", "current-password"))
        lead = "You are about to change how you sign in."
        return FormPage("Go on", fields, (lead,), faults_of(form), after=after(self.request))
