"""Notes that a person's second factors changed, and takes them away from somebody who lost them."""

import datetime as dt

from allauth.mfa.models import Authenticator

from upheld.accounts.actions.guard import change, fetch
from upheld.accounts.models import Person
from upheld.accounts.rules import reset_blocker
from upheld.journal.actions.append import NewEntry, append, writing


def reset_second_factor(person_id: int, *, by: str, at: dt.datetime) -> Person:
    """Takes away passkeys, authenticator app and recovery codes; all sessions end. The next sign-in sets up anew.

    Raises NotPossibleError or UnknownPersonError.
    """
    with writing():
        person = fetch(person_id, reset_blocker, by)
        Authenticator.objects.filter(user=person).delete()
        change(person)
        append([NewEntry("person.second-factor-reset", "person", person.pk)], by=by, at=at)
    return person


def note_second_factor(person: Person, what: str, *, by: str, at: dt.datetime) -> None:
    """Ends the person's sessions, since a second factor was `added` or `removed` by themselves."""
    with writing():
        change(person)
        append([NewEntry(f"person.second-factor-{what}", "person", person.pk)], by=by, at=at)
