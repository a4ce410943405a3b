"""Chooses the day on which a draft is to come out."""

import datetime as dt

from upheld.editorial.actions.keeping import put_back, take
from upheld.editorial.models import Draft
from upheld.journal.actions.append import writing


def schedule(draft_uid: str, not_before: dt.date | None, *, by: str, at: dt.datetime) -> Draft:
    """Keeps the day, or none. The embargo may ask for a later one. Raises NotPossibleError or OvertakenError."""
    with writing():
        held = take(draft_uid, "schedule")
        held.draft.not_before = not_before
        held.note("draft.day-chosen", on=not_before.isoformat() if not_before else None)
        put_back(held, by=by, at=at)
    return held.draft
