"""Gives a person another role."""

import datetime as dt

from upheld.accounts.actions.guard import NotPossibleError, change, fetch
from upheld.accounts.models import Person
from upheld.accounts.roles import ADMINISTRATOR, ROLES
from upheld.accounts.rules import role_blocker
from upheld.journal.actions.append import NewEntry, append, writing


def change_role(person_id: int, role: str, *, by: str, at: dt.datetime) -> Person:
    """The person with the new role; all their sessions end. The same role again changes nothing.

    Raises NotPossibleError or UnknownPersonError.
    """
    if role not in ROLES:
        raise NotPossibleError(f"The role is one of {', '.join(ROLES)}")
    with writing():
        person = fetch(person_id, lambda facts: role_blocker(facts, stays_administrator=role == ADMINISTRATOR), by)
        if person.role != role:
            data = {"from": person.role, "to": role}
            change(person, role=role)
            append([NewEntry("person.role-changed", "person", person.pk, data=data)], by=by, at=at)
    return person
