"""Links by which a person sets a password: each works once, and not for long."""

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.http import base36_to_int

from upheld.accounts.models import Person

PATH = "/desk/account/link/"
FORGOTTEN_HOURS, INVITED_DAYS = 24, 3


class Links(PasswordResetTokenGenerator):
    """Makes and checks the secret part of a link, which is gone once a password is set or anything else changes."""

    key_salt = "upheld.accounts.links"

    def _make_hash_value(self, user: Person, timestamp: int) -> str:
        return f"{super()._make_hash_value(user, timestamp)}:{user.changes}:{user.role}"

    def check_token(self, user: Person | None, token: str | None) -> bool:
        """Whether the token is this person's, unused and in time."""
        if user is None or not token or not user.is_active or not super().check_token(user, token):
            return False
        return not user.has_usable_password() or self._age(token) <= FORGOTTEN_HOURS * 3_600

    def _age(self, token: str) -> int:
        return self._num_seconds(self._now()) - base36_to_int(token.partition("-")[0])


def make_link(person: Person) -> str:
    """The address at which the person sets a password. It is as good as the password: show or send it once only."""
    return f"{settings.PUBLIC_URL}{PATH}{user_pk_to_url_str(person)}-{Links().make_token(person)}"


def life_of_link(person: Person) -> str:
    """How long a link works, in words."""
    return f"{FORGOTTEN_HOURS} hours" if person.has_usable_password() else f"{INVITED_DAYS} days"
