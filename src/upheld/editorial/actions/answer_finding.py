"""A person decides a finding: its words are not personal, or necessary, or stand in the file alone."""

import datetime as dt

from upheld.editorial.actions.keeping import InHand, add_person, put_back, take
from upheld.editorial.models import Draft, FindingAnswer, KnownWord
from upheld.editorial.queries.checked import AnsweredFinding, check
from upheld.editorial.rules import ANSWERS, NECESSARY, NOT_KEPT, NOT_PERSONAL, NotYoursError, is_one_of
from upheld.editorial.seen import fold_words
from upheld.journal.actions.append import writing
from upheld.lib.dates import date_in_zone
from upheld.lib.text import clean
from upheld.scheme import get_scheme

_MAX_REASON = 4_000


class AnswerError(ValueError):
    """An answer that cannot be given to this finding."""


class NoSuchFindingError(LookupError):
    """The draft's text has no such finding any more."""

    def __init__(self) -> None:
        super().__init__("This finding is not in the text any more; look at the draft again")


def answer_finding(
    draft_uid: str, expected_revision: int, fingerprint: str, answer: str, reason: str = "", *, by: str, at: dt.datetime
) -> Draft:
    """Keeps the answer. “not-personal” is remembered for the whole register; “necessary” waits for a second person.

    Raises AnswerError, NoSuchFindingError, OvertakenError or NotPossibleError; then nothing is kept.
    """
    reason = _reason(answer, reason)
    with writing():
        held = take(draft_uid, "answer", expected_revision)
        found = _find(held, fingerprint, at)
        if found.outside:
            raise AnswerError("This stands in the file only, not in the text; accept the file instead")
        _keep(held, found, answer, reason, by=by, at=at)
        if answer == NOT_PERSONAL:
            words = {"words": fold_words(found.finding.words), "kind": found.finding.kind}
            KnownWord.objects.get_or_create(**words, defaults={"by": by, "at": at})
        held.note("draft.finding-answered", finding=found.finding.kind, answer=answer)
        put_back(held, by=by, at=at)
    return held.draft


def confirm_necessary(draft_uid: str, expected_revision: int, fingerprint: str, *, by: str, at: dt.datetime) -> Draft:
    """Agrees that words must stay in the text, as somebody other than who said so.

    Raises NotYoursError, NoSuchFindingError, OvertakenError or NotPossibleError.
    """
    with writing():
        held = take(draft_uid, "confirm", expected_revision)
        answer = held.draft.answers.filter(fingerprint=fingerprint, answer=NECESSARY, confirmed_by="").first()
        if answer is None:
            raise NoSuchFindingError
        if is_one_of(by, (answer.by,)):
            raise NotYoursError("You said that these words are necessary, so somebody else has to confirm it")
        answer.confirmed_by, answer.confirmed_at = by, at
        answer.save(update_fields=["confirmed_by", "confirmed_at"])
        held.draft.touched = True
        held.note("draft.finding-confirmed", finding=answer.kind)
        put_back(held, by=by, at=at)
    return held.draft


def take_back_answer(draft_uid: str, expected_revision: int, fingerprint: str, *, by: str, at: dt.datetime) -> Draft:
    """Opens a finding again. That its words are not personal, if that was said, stays remembered."""
    with writing():
        held = take(draft_uid, "answer", expected_revision)
        answer = held.draft.answers.filter(fingerprint=fingerprint).first()
        if answer is None:
            raise NoSuchFindingError
        held.note("draft.finding-opened", finding=answer.kind)
        answer.delete()
        held.draft.touched = True
        put_back(held, by=by, at=at)
    return held.draft


def accept_file(draft_uid: str, expected_revision: int, *, by: str, at: dt.datetime) -> Draft:
    """Says of all that was found in the file's name, properties and remarks that it was seen: none of it is kept."""
    with writing():
        held = take(draft_uid, "answer", expected_revision)
        found = [one for one in _check(held, at) if one.outside and one.is_open]
        for one in found:
            _keep(held, one, NOT_KEPT, "", by=by, at=at)
        held.note("draft.file-accepted", findings=len(found))
        put_back(held, by=by, at=at)
    return held.draft


def accept_reading(draft_uid: str, expected_revision: int, *, by: str, at: dt.datetime) -> Draft:
    """Says that the text was compared with its source where the reading of it was in doubt."""
    with writing():
        held = take(draft_uid, "accept-reading", expected_revision)
        held.draft.doubts_accepted_by = by
        held.draft.touched = True
        add_person(held.draft, by)
        held.note("draft.reading-accepted", doubts=len(held.draft.doubts))
        put_back(held, by=by, at=at)
    return held.draft


def _reason(answer: str, reason: str) -> str:
    if answer not in ANSWERS:
        raise AnswerError(f"“{answer}” is no answer to a finding; choose one of: {', '.join(ANSWERS)}")
    reason = clean(reason).strip()
    if answer == NECESSARY and not reason:
        raise AnswerError("Say why these words are necessary: the law asks for the reason")
    if len(reason) > _MAX_REASON:
        raise AnswerError(f"Give the reason in at most {_MAX_REASON:,} characters")
    return reason


def _check(held: InHand, at: dt.datetime) -> tuple[AnsweredFinding, ...]:
    return check(held.draft, held.record, date_in_zone(at, get_scheme().timezone)).findings


def _find(held: InHand, fingerprint: str, at: dt.datetime) -> AnsweredFinding:
    found = next((one for one in _check(held, at) if one.finding.fingerprint == fingerprint), None)
    if found is None:
        raise NoSuchFindingError
    return found


def _keep(held: InHand, found: AnsweredFinding, answer: str, reason: str, *, by: str, at: dt.datetime) -> None:
    """The answer instead of one given before, which then has to be confirmed anew."""
    values = {"kind": found.finding.kind, "answer": answer, "reason": reason, "by": by, "at": at}
    FindingAnswer.objects.update_or_create(
        draft=held.draft,
        fingerprint=found.finding.fingerprint,
        defaults=values | {"confirmed_by": "", "confirmed_at": None},
    )
    held.draft.touched = True
    add_person(held.draft, by)
