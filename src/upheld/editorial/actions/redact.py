"""Erases words everywhere: from a decision and its versions, its drafts, and all that the desk keeps."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.editorial.actions.forget import forget_words
from upheld.editorial.actions.scrub import check_again, scrub
from upheld.editorial.actions.tell import tell
from upheld.editorial.models import KnownWord
from upheld.editorial.queries.colleagues import list_to_tell
from upheld.editorial.queries.places import find_kept, list_draft_mentions
from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions import redact as register
from upheld.register.actions.guard import get_decisions
from upheld.register.actions.move_state import reason_for
from upheld.register.models import Decision
from upheld.register.queries.mentions import list_mentions
from upheld.register.redaction import WordsNotFoundError, pattern_for


@dataclass(frozen=True)
class Redaction:
    """What a redaction does: to the decision (None: its text does not hold the words), and to what the desk keeps.

    `elsewhere` and `drafts_elsewhere` name other decisions and drafts with the same words: they are not changed.
    """

    reference: str
    decision: register.Redaction | None
    kept: dict[str, int]
    elsewhere: tuple[str, ...]
    drafts_elsewhere: tuple[str, ...]


def plan_redaction(decision_id: int, words: Sequence[str], replacement: str) -> Redaction:
    """What redacting would do, without doing it. Raises WordsNotFoundError, WordsError or RefusedError."""
    [decision] = get_decisions([decision_id])
    pattern = pattern_for(words)
    kept = dict(find_kept(decision, pattern).counts)
    known = sum(1 for text in KnownWord.objects.values_list("words", flat=True) if pattern.search(text))
    if known:
        kept["words"] = known
    planned = _plan(decision, words, replacement, is_kept=bool(kept))
    elsewhere = tuple(list_mentions(words, but=decision_id))
    return Redaction(decision.reference, planned, kept, elsewhere, tuple(list_draft_mentions(pattern, but=decision)))


def redact(
    decision_id: int, words: Sequence[str], replacement: str, *, by: str, at: dt.datetime, reason: str = ""
) -> Redaction:
    """Erases the words and tells the others. They go into no journal entry, no notice, no mail and no log.

    Afterwards the search index must follow and the database be rewritten (`register.actions.erase`). Raises
    WordsNotFoundError, WordsError, RefusedError, ReasonError or OvertakenError; then nothing was done.
    """
    slug = reason_for("redact", reason)
    with writing():
        plan = plan_redaction(decision_id, words, replacement)
        [decision] = get_decisions([decision_id])
        pattern = pattern_for(words)
        scrubbed = scrub(find_kept(decision, pattern), pattern, replacement, by=by, at=at)
        forget_words(words, by=by, at=at)
        if plan.decision is None:
            entry = NewEntry("decision.redacted", "decision", decision.pk, decision.version_number, slug, {"erased": 0})
            append([entry], by=by, at=at)
        else:
            register.redact(decision_id, words, replacement, by=by, at=at, reason=slug)
        check_again(scrubbed, by=by, at=at)
        tell(list_to_tell(by), "decision.redacted", [decision.pk], by=by, at=at, reason=slug)
    return plan


def _plan(decision: Decision, words: Sequence[str], replacement: str, *, is_kept: bool) -> register.Redaction | None:
    try:
        return register.plan_redaction(decision.pk, words, replacement)
    except WordsNotFoundError:
        if not is_kept:
            raise
        return None
