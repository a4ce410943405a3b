"""Takes a person in. They come by a link with which they set a password themselves."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from upheld.accounts.actions.guard import NotPossibleError
from upheld.accounts.models import Person
from upheld.accounts.roles import ROLES
from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.text import clean


class InvitationError(ValueError):
    """The person cannot be invited so; `field` is what has to be written differently."""

    def __init__(self, field: str, sentence: str) -> None:
        """For the form, beside its field."""
        self.field = field
        super().__init__(sentence)


def invite(email: str, name: str, role: str, *, by: str, at: dt.datetime) -> Person:
    """Adds the person, who has no password yet. `make_link` gives the link for them.

    Raises InvitationError, or NotPossibleError when there is a person with this address.
    """
    address, known_as = _address(email), " ".join(clean(name).split())
    if not known_as or len(known_as) > 100:
        raise InvitationError("name", "Write the person's name, in at most 100 characters")
    if role not in ROLES:
        raise InvitationError("role", f"The role is one of {', '.join(ROLES)}")
    with writing():
        if Person.objects.filter(email=address).exists():
            raise NotPossibleError(f"There is a person with the address {address} already")
        person = Person(email=address, name=known_as, role=role, invited_at=at)
        person.set_unusable_password()
        person.save()
        append([NewEntry("person.invited", "person", person.pk, data={"role": role})], by=by, at=at)
    return person


def _address(email: str) -> str:
    address = clean(email).strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise InvitationError("email", "Write an e-mail address, like name@example.org") from error
    if len(address) > 200 or not address.isascii():
        raise InvitationError("email", "The e-mail address must be shorter and in plain letters")
    return address
