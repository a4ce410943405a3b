"""Erases words that would show who somebody is, from the present text and every earlier version that held them."""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions.correct import Correction, write_versions
from upheld.register.actions.guard import change, get_decisions, refuse_unless
from upheld.register.actions.move_state import reason_for
from upheld.register.actions.scrub import scrub_organisations
from upheld.register.content import prepare
from upheld.register.models import Decision, Reading, Version
from upheld.register.models.version import REDACTED
from upheld.register.queries.record import get_record
from upheld.register.records import DecisionRecord
from upheld.register.redaction import (
    WordsError,
    WordsNotFoundError,
    address_holds_words,
    holds_words,
    pattern_for,
    replace_words,
)
from upheld.register.rules import OvertakenError
from upheld.scheme import get_scheme


@dataclass(frozen=True)
class Redaction:
    """What a redaction does to one decision: its new text, if that changes, and which versions are erased."""

    decision_id: int
    reference: str
    version: int
    record: DecisionRecord | None
    erased: tuple[int, ...]


def plan_redaction(decision_id: int, words: Sequence[str], replacement: str) -> Redaction:
    """What redacting would do, without doing it. Raises WordsNotFoundError or WordsError."""
    pattern = pattern_for(words)
    if pattern.search(replacement):
        raise WordsError("The replacement holds the words that are to go; give another with --with")
    [decision] = get_decisions([decision_id])
    refuse_unless("redact", [decision])
    return _plan(decision, words, replacement)


def redact(
    decision_id: int, words: Sequence[str], replacement: str, *, by: str, at: dt.datetime, reason: str = ""
) -> Redaction:
    """Replaces the words and erases the versions that held them. The words go into no journal entry and no log.

    Raises WordsNotFoundError, WordsError, RefusedError, ReasonError or OvertakenError; then nothing was done.
    """
    slug = reason_for("redact", reason)
    with writing():
        plan = plan_redaction(decision_id, words, replacement)
        [decision] = get_decisions([decision_id])
        scrub_organisations(decision, pattern_for(words), replacement, by=by, at=at)
        if plan.record is not None:
            _write(decision, plan.record, slug, by=by, at=at)
        _erase(decision_id, plan.erased, at)
        data = {"erased": len(plan.erased)}
        number = plan.version + 1 if plan.record else plan.version
        append([NewEntry("decision.redacted", "decision", decision_id, number, slug, data)], by=by, at=at)
    return plan


def _plan(decision: Decision, words: Sequence[str], replacement: str) -> Redaction:
    pattern = pattern_for(words)
    record = get_record(decision.pk)
    values = json.loads(record.model_dump_json(by_alias=True))
    replaced = replace_words(values, pattern, replacement)
    if record.source_url and address_holds_words(record.source_url, words):
        replaced["source_url"] = None  # with words taken out of it, it would lead nowhere
    erased = tuple(version.number for version in decision.versions.order_by("number") if _holds(version, pattern))
    if replaced == values and not erased:
        raise WordsNotFoundError(f"The words do not stand in {decision.reference} or its earlier versions")
    fresh = _record(replaced) if replaced != values else None
    return Redaction(decision.pk, decision.reference, decision.version_number, fresh, erased)


def _record(values: object) -> DecisionRecord:
    try:
        return DecisionRecord.model_validate_json(json.dumps(values))
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise WordsError(f"With this in their place {place} could not be kept; give other words with --with") from error


def _holds(version: Version, pattern: re.Pattern[str]) -> bool:
    if version.content is None:
        return False
    return holds_words([version.summary, json.loads(version.content)], pattern)


def _write(decision: Decision, record: DecisionRecord, reason: str, *, by: str, at: dt.datetime) -> None:
    """The new text as a new version; where only what stands beside the text held the words, that alone is changed."""
    scheme = get_scheme()
    content = prepare(record, scheme)
    expected = decision.version_number
    beside = {"source_url": record.source_url or "", "related": list(record.related), "redacted": True}
    if content.digest == decision.version.content_hash:
        change(decision, expected, changed_at=at, **beside)
        return
    correction = Correction(decision.pk, expected, record, REDACTED, reason)
    write_versions([(decision, content, correction)], scheme, by=by, at=at, by_import=False)
    if Decision.objects.filter(pk=decision.pk, version_number=expected + 1).update(**beside) != 1:
        raise OvertakenError(decision.reference)


def _erase(decision_id: int, numbers: Sequence[int], at: dt.datetime) -> None:
    Decision.objects.filter(pk=decision_id).update(redacted=True)
    versions = Version.objects.filter(decision_id=decision_id, number__in=numbers)
    versions.update(content_hash=None, summary=None, content=None, erased_at=at)
    Reading.objects.filter(decision=decision_id).delete()  # after it, so that nobody keeps another one meanwhile
