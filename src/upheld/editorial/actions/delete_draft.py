"""Deletes a draft that came to nothing."""

import datetime as dt

from upheld.editorial.actions.keeping import take
from upheld.editorial.rules import NotYoursError, is_one_of
from upheld.journal.actions.append import append, writing


def delete_draft(draft_uid: str, expected_revision: int, *, by: str, at: dt.datetime) -> None:
    """Deletes it with all its revisions, for the one who began it. The journal keeps that there was one.

    Raises NotYoursError, NotPossibleError or OvertakenError.
    """
    with writing():
        held = take(draft_uid, "delete", expected_revision)
        if not is_one_of(by, (held.draft.prepared_by,)):
            raise NotYoursError(f"{held.draft.prepared_by} began this draft, so nobody else can delete it")
        held.note("draft.deleted")
        append(held.entries, by=by, at=at)
        held.draft.delete()
