"""Gives a person the password they chose."""

import datetime as dt

from upheld.accounts.actions.guard import change
from upheld.accounts.models import Person
from upheld.journal.actions.append import NewEntry, append, writing


def set_password(person: Person, password: str, *, by: str, at: dt.datetime) -> None:
    """Sets the password, which the form has checked; every session and link of the person ends."""
    person.set_password(password)
    with writing():
        change(person, password=person.password)
        append([NewEntry("person.password-set", "person", person.pk)], by=by, at=at)
