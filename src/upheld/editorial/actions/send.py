"""Sends drafts on: to be checked, to be approved, or back to whoever prepares them."""

import datetime as dt
from collections.abc import Sequence

from upheld.editorial import rules
from upheld.editorial.actions.keeping import move_to, put_back, take
from upheld.editorial.models import Draft, DraftNote
from upheld.editorial.queries.checked import check
from upheld.editorial.rules import NotPublishableError, stopping
from upheld.journal.actions.append import writing
from upheld.lib.dates import date_in_zone
from upheld.lib.text import clean
from upheld.scheme import get_scheme

_MAX_NOTE = 4_000


class ReturnError(ValueError):
    """A draft goes back with a reason of the scheme's or a note, not without a word."""


def send_for_check(draft_uid: str, expected_revision: int, *, by: str, at: dt.datetime) -> Draft:
    """Sends it to be checked; it is ready at once when nothing but an approval keeps it back.

    Raises NotPossibleError or OvertakenError.
    """
    with writing():
        held = take(draft_uid, "send", expected_revision)
        held.draft.touched = True
        move_to(held, rules.CHECKING, at)
        held.note("draft.sent")
        put_back(held, by=by, at=at)
    return held.draft


def make_ready(draft_uid: str, expected_revision: int, *, by: str, at: dt.datetime) -> Draft:
    """Looks again at what keeps it back, and makes it ready when nothing does.

    Raises NotPublishableError with all that does, NotPossibleError or OvertakenError.
    """
    with writing():
        held = take(draft_uid, "ready", expected_revision)
        checked = check(held.draft, held.record, date_in_zone(at, get_scheme().timezone))
        if blockers := stopping(checked.blockers):
            raise NotPublishableError(*blockers)
        put_back(held, by=by, at=at)
    return held.draft


def return_draft(
    draft_uid: str, expected_revision: int, reasons: Sequence[str] = (), note: str = "", *, by: str, at: dt.datetime
) -> Draft:
    """Sends it back with reasons of the scheme's (slugs), a note, or both. The note goes when the text goes.

    Raises ReturnError, NotPossibleError or OvertakenError.
    """
    slugs, text = _reasons(reasons), clean(note).strip()
    if not slugs and not text:
        raise ReturnError("Say why it goes back: choose a reason or write a note")
    if len(text) > _MAX_NOTE:
        raise ReturnError(f"Write at most {_MAX_NOTE:,} characters")
    with writing():
        held = take(draft_uid, "return", expected_revision)
        held.draft.touched = True
        move_to(held, rules.RETURNED, at)
        DraftNote.objects.create(draft=held.draft, kind="returned", reasons=slugs, text=text, by=by, at=at)
        held.note("draft.returned", slugs[0] if slugs else "", reasons=len(slugs))
        put_back(held, by=by, at=at)
    return held.draft


def _reasons(slugs: Sequence[str]) -> list[str]:
    scheme = get_scheme()
    for slug in slugs:
        if scheme.return_reason(slug) is None:
            known = ", ".join(reason.slug for reason in scheme.return_reasons)
            raise ReturnError(f"“{slug}” is not a reason to return a draft; choose one of: {known}")
    return list(dict.fromkeys(slugs))
