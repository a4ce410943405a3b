"""Gives a person a new link to set a password: for an invitation that ran out, or a forgotten password."""

import datetime as dt

from upheld.accounts.actions.guard import change, fetch
from upheld.accounts.links import life_of_link, make_link
from upheld.accounts.mail import send_soon
from upheld.accounts.models import Person
from upheld.accounts.rules import link_blocker
from upheld.accounts.sentences import link_text
from upheld.journal.actions.append import NewEntry, append, writing


def renew_link(person_id: int, *, by: str, at: dt.datetime) -> tuple[Person, str]:
    """The person and a fresh link; older links and all sessions end.

    Raises NotPossibleError or UnknownPersonError.
    """
    with writing():
        person = fetch(person_id, link_blocker, by)
        change(person)
        append([NewEntry("person.link-made", "person", person.pk)], by=by, at=at)
    return person, make_link(person)


def send_link(person: Person, link: str) -> None:
    """Sends the link by mail, if there is a mail server."""
    send_soon(person.email, "Set your password", link_text(link, life_of_link(person)))
