"""Holds drafts, so that nothing of them can come out, and puts them back where they were."""

import datetime as dt

from upheld.editorial import rules
from upheld.editorial.actions.keeping import move_to, put_back, take
from upheld.editorial.models import Draft
from upheld.journal.actions.append import writing
from upheld.register.actions.move_state import reason_for


def hold_draft(draft_uid: str, reason: str = "", *, by: str, at: dt.datetime) -> Draft:
    """Holds it at once, whatever its revision. Raises NotPossibleError, ReasonError or OvertakenError."""
    slug = reason_for("hold", reason)
    with writing():
        held = take(draft_uid, "hold")
        held.draft.state_before, held.draft.touched = held.draft.state, True
        move_to(held, rules.HELD, at)
        held.note("draft.held", slug)
        put_back(held, by=by, at=at)
    return held.draft


def release_draft(draft_uid: str, reason: str = "", *, by: str, at: dt.datetime) -> Draft:
    """Puts it back where it was; one that was ready is checked again first.

    Raises NotPossibleError, ReasonError or OvertakenError.
    """
    slug = reason_for("release", reason)
    with writing():
        held = take(draft_uid, "release")
        move_to(held, held.draft.state_before or rules.DRAFT, at)
        held.draft.state_before = ""
        held.note("draft.released", slug)
        put_back(held, by=by, at=at)
    return held.draft
