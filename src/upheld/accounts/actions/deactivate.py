"""Lets a person in no longer, and again."""

import datetime as dt

from upheld.accounts.actions.guard import change, fetch
from upheld.accounts.models import Person
from upheld.accounts.rules import deactivation_blocker
from upheld.journal.actions.append import NewEntry, append, writing


def deactivate(person_id: int, *, by: str, at: dt.datetime) -> Person:
    """Ends all the person's sessions and links, at once; what they did stays theirs.

    Raises NotPossibleError or UnknownPersonError.
    """
    with writing():
        person = fetch(person_id, deactivation_blocker, by)
        if person.is_active:
            change(person, is_active=False)
            append([NewEntry("person.deactivated", "person", person.pk)], by=by, at=at)
    return person


def reactivate(person_id: int, *, by: str, at: dt.datetime) -> Person:
    """Lets the person in again, with the password and second factors they had. Raises UnknownPersonError."""
    with writing():
        person = fetch(person_id, lambda _: "", by)
        if not person.is_active:
            change(person, is_active=True)
            append([NewEntry("person.reactivated", "person", person.pk)], by=by, at=at)
    return person
