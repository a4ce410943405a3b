"""What all acts on people share: find the person, look whether it may be done, end their sessions."""

from collections.abc import Callable

from django.db.models import F

from upheld.accounts.models import Person
from upheld.accounts.queries.person import facts_of
from upheld.accounts.rules import Facts


class NotPossibleError(ValueError):
    """It cannot be done to this person; the message says why, and what to do instead."""


class UnknownPersonError(ValueError):
    """There is no such person."""


def fetch(person_id: int, blocker: Callable[[Facts], str], by: str) -> Person:
    """The person, inside `writing()`. Raises UnknownPersonError, or NotPossibleError with what stands in the way."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise UnknownPersonError("There is no such person")
    if why := blocker(facts_of(person, by)):
        raise NotPossibleError(why)
    return person


def change(person: Person, **values: object) -> None:
    """Writes the values and ends every session and link of the person, inside `writing()`."""
    Person.objects.filter(pk=person.pk).update(**values, changes=F("changes") + 1)
    person.refresh_from_db()
