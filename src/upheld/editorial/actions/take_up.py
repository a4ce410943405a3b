"""Lets a correction go on from the version that its decision has now."""

import datetime as dt

from upheld.editorial.actions.edit_draft import rewrite
from upheld.editorial.actions.keeping import put_back, take
from upheld.editorial.models import Draft
from upheld.editorial.records import as_draft
from upheld.editorial.rules import Blocker, NotPossibleError
from upheld.journal.actions.append import writing
from upheld.register.records import DecisionRecord


def take_up_version(
    draft_uid: str, expected_revision: int, version: int, record: DecisionRecord, *, by: str, at: dt.datetime
) -> Draft:
    """Keeps the text that somebody wrote with both before their eyes: the correction and `version` of the decision.

    Raises NotPossibleError when the decision has moved on again, or OvertakenError.
    """
    text = as_draft(record)
    with writing():
        held = take(draft_uid, "take-up", expected_revision)
        decision = held.draft.decision
        if decision is None or decision.version_number != version:
            message = "The decision has another version by now; look at both texts again"
            raise NotPossibleError(Blocker("decision-moved", message, "text"))
        held.draft.base_version = version
        rewrite(held, text, by=by, at=at)
        held.note("draft.taken-up", version=version)
        put_back(held, by=by, at=at)
    return held.draft
