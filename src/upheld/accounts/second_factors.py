"""How second factors are kept: secrets only under a key that is not in the database."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser

from upheld.accounts.sentences import WRONG_CODE
from upheld.scheme import get_scheme


class SecondFactors(DefaultMFAAdapter):
    """What allauth asks of a deployment about second factors."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WRONG_CODE}

    def encrypt(self, text: str) -> str:
        """The secret as it is kept: a copy of the database alone opens no account."""
        return _cipher().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """The secret. One that was kept under another key gives a fresh one that nobody knows."""
        try:
            return _cipher().decrypt(encrypted_text.encode("ascii")).decode()
        except InvalidToken:
            return base64.b32encode(Fernet.generate_key()[:20]).decode("ascii")

    def get_totp_issuer(self) -> str:
        """The name that an authenticator app shows."""
        return get_scheme().brand.name

    def _get_site_name(self) -> str:
        return get_scheme().brand.name

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:  # noqa: A002 - allauth's name
        """A name for a passkey that was given none."""
        del user, type
        return "Passkey"


def _cipher() -> Fernet:
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"upheld second").digest()
    return Fernet(base64.urlsafe_b64encode(key))
