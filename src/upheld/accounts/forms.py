"""allauth's forms for passkeys, which fail on what no browser sends: here that is a wrong passkey like any other."""

import struct
from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from cryptography.exceptions import InvalidSignature
from django.core.exceptions import ValidationError

from upheld.accounts.sentences import WRONG_PASSKEY

BROKEN = (ArithmeticError, AttributeError, InvalidSignature, LookupError, TypeError, ValueError, struct.error)
"""What reading made-up bytes and numbers may raise."""


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
