"""Tells people what others did: a notice in the desk, and a mail."""

import datetime as dt
from collections.abc import Sequence

from upheld.accounts.models import Person
from upheld.editorial.models import Notice, Outgoing


def tell(
    people: Sequence[Person],
    kind: str,
    subjects: Sequence[int],
    *,
    by: str,
    at: dt.datetime,
    subject: str = "decision",
    reason: str = "",
) -> None:
    """Gives each of the people a notice for each subject (an id) and one mail about all, inside `writing()`.

    Neither holds a word of a text: they say which decision, who, and the scheme's reason.
    """
    Notice.objects.bulk_create(
        Notice(person=person.email, kind=kind, subject=subject, subject_id=one, at=at)
        for person in people
        for one in subjects
    )
    payload = {"ids": list(subjects), "by": by, "at": at.isoformat(), "reason": reason}
    Outgoing.objects.bulk_create(
        Outgoing(to=person.email, kind=kind, subject=subject, subject_id=subjects[0], payload=payload, due_at=at)
        for person in people
        if subjects
    )
