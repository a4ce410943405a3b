"""Keeps a decision out of the register for ever: one person proposes it, a manager who is another agrees."""

import datetime as dt

from upheld.editorial import rules
from upheld.editorial.actions.keeping import erase_text, move_to, put_back, save, take
from upheld.editorial.models import Draft
from upheld.editorial.rules import Blocker, NotPossibleError, NotYoursError, is_one_of
from upheld.journal.actions.append import writing
from upheld.register.actions.move_state import ReasonError
from upheld.scheme import get_scheme


def propose_never(draft_uid: str, reason: str, *, by: str, at: dt.datetime) -> Draft:
    """Proposes it, with one of the scheme's reasons. Raises NotPossibleError, ReasonError or OvertakenError."""
    if get_scheme().never_reason(reason) is None:
        known = ", ".join(one.slug for one in get_scheme().never_reasons)
        raise ReasonError(f"“{reason}” is not a reason never to publish; choose one of: {known}")
    with writing():
        held = take(draft_uid, "propose-never")
        if held.draft.decision_id is not None:
            message = "It is a correction of a decision in the register; delete it, or withdraw the decision"
            raise NotPossibleError(Blocker("never-correction", message, "state"))
        if held.draft.never_reason:
            raise NotPossibleError(Blocker("never-proposed", "It is proposed already; a manager has to agree", "state"))
        held.draft.never_reason, held.draft.never_by, held.draft.touched = reason, by, True
        held.note("draft.never-proposed", reason)
        put_back(held, by=by, at=at)
    return held.draft


def refuse_never(draft_uid: str, *, by: str, at: dt.datetime) -> Draft:
    """Takes the proposal away: the draft goes its way. Raises NotPossibleError or OvertakenError."""
    with writing():
        held = take(draft_uid, "propose-never")
        _refuse_unproposed(held.draft)
        held.draft.never_reason = held.draft.never_by = ""
        held.note("draft.never-refused")
        put_back(held, by=by, at=at)
    return held.draft


def agree_never(draft_uid: str, *, by: str, at: dt.datetime) -> Draft:
    """Agrees: its text is deleted, its reference and the reason stay, and nothing of the case is taken in again.

    Raises NotYoursError when the same person proposed it, NotPossibleError or OvertakenError.
    """
    with writing():
        held = take(draft_uid, "agree-never")
        _refuse_unproposed(held.draft)
        if is_one_of(by, (held.draft.never_by,)):
            raise NotYoursError("You proposed it, so another person has to agree")
        erase_text(held.draft)
        move_to(held, rules.NEVER, at)
        held.draft.state_before, held.draft.changed_at = "", at
        held.note("draft.never", held.draft.never_reason)
        save(held, by=by, at=at)
    return held.draft


def _refuse_unproposed(draft: Draft) -> None:
    if not draft.never_reason:
        raise NotPossibleError(Blocker("not-proposed", "Nobody has proposed never to publish it", "state"))
