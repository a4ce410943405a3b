"""allauth's forms for second steps, made stricter: a code works once as long as it is valid at all, and what no browser
sends as a passkey is a wrong passkey like any other.
"""

import struct
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from cryptography.exceptions import InvalidSignature
from django.core.cache import cache
from django.core.exceptions import ValidationError

from upheld.accounts.sentences import WRONG_CODE, WRONG_PASSKEY

BROKEN = (ArithmeticError, AttributeError, InvalidSignature, LookupError, TypeError, ValueError, struct.error)
"""What reading made-up bytes and numbers may raise."""


class TypeCode(AuthenticateForm):
    """A code from an app, or a recovery code, as a second step."""

    def clean_code(self) -> str:
        """The code. allauth remembers a used one for half a minute, but takes it a while longer: clocks may differ."""
        code = str(super().clean_code())
        life = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        figures = "".join(filter(str.isdigit, code))
        if not cache.add(f"upheld.code:{self.user.pk}:{figures}", "used", timeout=life):
            raise ValidationError(WRONG_CODE)
        return code


class TypeCodeAgain(TypeCode, ReauthenticateForm):
    """The same, before something about signing in is changed."""


class AddPasskey(AddWebAuthnForm):
    """A passkey that a browser made."""

    def clean(self) -> dict[str, Any]:
        """What was sent, read and checked."""
        try:
            return super().clean()
        except BROKEN as error:
            raise ValidationError(WRONG_PASSKEY) from error


class ShowPasskey(AuthenticateWebAuthnForm):
    """A passkey that a browser shows as a second step."""

    def clean_credential(self) -> object:
        """Whose it is."""
        try:
            return super().clean_credential()
        except BROKEN as error:
            raise ValidationError(WRONG_PASSKEY) from error


class ShowPasskeyAgain(ShowPasskey, ReauthenticateWebAuthnForm):
    """The same, before something about signing in is changed."""
