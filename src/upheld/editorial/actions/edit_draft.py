"""Gives a draft another text, unless somebody else did meanwhile."""

import datetime as dt

from upheld.editorial.actions.keeping import InHand, move_to, put_back, take, write_text
from upheld.editorial.models import Draft
from upheld.editorial.queries.checked import find_namesakes, never_label, never_of, waiting_of
from upheld.editorial.records import DraftRecord, as_draft
from upheld.editorial.rules import DuplicateDraftError, NeverError, edited_state
from upheld.journal.actions.append import writing
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme


def edit_draft(draft_uid: str, expected_revision: int, record: DecisionRecord, *, by: str, at: dt.datetime) -> Draft:
    """Keeps the text as a new revision; what was checked is checked again. The same text changes nothing.

    Raises OvertakenError with the revision that is there now, NotPossibleError, DuplicateDraftError, NeverError,
    UncleanTextError or DraftTextError; then nothing is kept.
    """
    text = as_draft(record)
    with writing():
        held = take(draft_uid, "edit", expected_revision)
        if text != held.record:
            _refuse_reference(held, text)
            rewrite(held, text, by=by, at=at)
            held.note("draft.edited")
            put_back(held, by=by, at=at)
    return held.draft


def rewrite(held: InHand, text: DraftRecord, *, by: str, at: dt.datetime) -> None:
    """Another text, by somebody's hand."""
    write_text(held, text, by=by, at=at)
    held.draft.touched = True
    move_to(held, edited_state(held.draft.state), at)


def _refuse_reference(held: InHand, text: DraftRecord) -> None:
    """Another reference may not be one that waits, or that is never to be published."""
    namesakes = find_namesakes(text)
    if never := never_of(namesakes):
        raise NeverError(text.reference, never_label(never.never_reason, get_scheme()))
    if other := waiting_of(namesakes, held.draft.pk):
        raise DuplicateDraftError(other.reference, other.uid)
