"""How allauth signs people in here: the same answer to every wrong attempt, and our own sentences."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from upheld.accounts.actions.set_password import set_password
from upheld.accounts.links import life_of_link, make_link
from upheld.accounts.mail import send_soon
from upheld.accounts.models import Person
from upheld.accounts.sentences import MESSAGES, NOTICES, TOO_MANY, WRONG, link_text, notice_text
from upheld.lib.clock import now
from upheld.lib.desk import in_desk

JUST_NOW = 300  # seconds


class Backend(AuthenticationBackend):
    """Checks e-mail address and password. Nobody learns whether an address is known, or was deactivated."""

    def _check_password(self, user: AbstractBaseUser | None, password: str) -> AbstractBaseUser | None:
        self._did_check_password = user is not None
        return user if user is not None and user.check_password(password) and user.is_active else None


class AccountAdapter(DefaultAccountAdapter):
    """What allauth asks of a deployment."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": WRONG,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "incorrect_password": "This is not your password.",
        "enter_current_password": "This is not your present password.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People come by invitation only."""
        del request
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Signing in leads back into the desk, and nowhere else."""
        if not url or not url_has_allowed_host_and_scheme(url, allowed_hosts=None):
            return False
        return in_desk(url.partition("?")[0])

    def add_message(  # noqa: PLR0917 - allauth's signature
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Says our sentence for what happened, if there is one."""
        del message_context
        if text := message or MESSAGES.get(message_template or "", ""):
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Not used: `send_password_reset_mail` makes the address, from the public one and no header."""
        return key

    def send_password_reset_mail(self, user: Person, email: str, context: dict[str, Any]) -> None:
        """Sends the link; beside the request, which takes as long for an address that nobody has."""
        del context
        if user.is_active:
            send_soon(email, "Set your password", link_text(make_link(user), life_of_link(user)))

    def send_notification_mail(
        self, template_prefix: str, user: Person, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tells the person by mail what changed about signing in."""
        del context
        if what := NOTICES.get(template_prefix):
            send_soon(email or user.email, what, notice_text(what, settings.PUBLIC_URL))

    def set_password(self, user: Person, password: str) -> None:
        """Sets the password that the person chose themselves; attempts from before no longer keep them out."""
        set_password(user, password, by=user.email, at=now())
        self._delete_login_attempts_cached_email(self.request, email=user.email)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Changing second factors asks who it is again, unless the person has only just shown it."""
        del app, kwargs
        shown = [record["at"] for record in get_authentication_records(self.request, self.request.user)]
        return not shown or time.time() - max(shown) > JUST_NOW

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Whether the password is this person's; counts as an attempt."""
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """By address alone: under allauth's own, each name of the host would give more attempts."""
        del request
        return str(credentials.get("email", "")).strip().lower()
