"""Puts other words in the place of those that show somebody, through the whole of a draft."""

import datetime as dt
import json
import re
from dataclasses import dataclass

from pydantic import ValidationError

from upheld.editorial.actions.edit_draft import rewrite
from upheld.editorial.actions.keeping import put_back, read_text, take
from upheld.editorial.models import Draft
from upheld.editorial.parts import is_outside, parts_of
from upheld.editorial.records import DraftRecord, as_draft
from upheld.editorial.rules import NoSuchDraftError
from upheld.journal.actions.append import writing
from upheld.register import redaction
from upheld.register.redaction import WordsError, address_holds_words, pattern_for

_AROUND = 40
_NOT_REPLACED = ("reference", "also known as", "category", "subcategory")  # those are no text: edit them


@dataclass(frozen=True)
class Place:
    """One place where the words stand: what stands before and after them, and the words as they are typed there."""

    where: str
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Replacement:
    """What replacing would do: every place, and the text that would be kept."""

    revision: int
    words: str
    replacement: str
    places: tuple[Place, ...]
    record: DraftRecord


class WordsNotFoundError(LookupError):
    """The words do not stand in the draft."""

    def __init__(self) -> None:
        super().__init__("These words do not stand in the draft any more")


def preview_replacement(draft_uid: str, words: str, replacement: str) -> Replacement:
    """What `replace_words` would do, without doing it. Raises WordsNotFoundError, WordsError or NoSuchDraftError."""
    draft = Draft.objects.filter(uid=draft_uid).first()
    if draft is None or not draft.revisions.exists():
        raise NoSuchDraftError("There is no such draft, or its text is gone")
    return _plan(draft, read_text(draft), words, replacement)


def replace_words(
    draft_uid: str, expected_revision: int, words: str, replacement: str, *, by: str, at: dt.datetime
) -> Draft:
    """Replaces the words wherever they stand, in any case and spacing, as a new revision.

    A web address that spells them is left out as a whole. Raises WordsNotFoundError, WordsError, OvertakenError or
    NotPossibleError; then nothing is kept.
    """
    with writing():
        held = take(draft_uid, "edit", expected_revision)
        plan = _plan(held.draft, held.record, words, replacement)
        rewrite(held, plan.record, by=by, at=at)
        held.note("draft.words-replaced", places=len(plan.places))
        put_back(held, by=by, at=at)
    return held.draft


def _plan(draft: Draft, record: DraftRecord, words: str, replacement: str) -> Replacement:
    pattern = pattern_for([words])
    if pattern.search(replacement):
        raise WordsError("The words to stand in their place hold the words that are to go; write others")
    places = _places(record, pattern)
    fresh = _replaced(record, words, pattern, replacement)
    if fresh == record:
        raise WordsNotFoundError
    return Replacement(draft.revision, words, replacement, places, fresh)


def _places(record: DraftRecord, pattern: re.Pattern[str]) -> tuple[Place, ...]:
    return tuple(
        Place(
            part.where,
            part.text[max(0, found.start() - _AROUND) : found.start()],
            found.group(),
            part.text[found.end() : found.end() + _AROUND],
        )
        for part in parts_of(record)
        if not is_outside(part.where) and not part.where.startswith(_NOT_REPLACED)
        for found in pattern.finditer(part.text)
    )


def _replaced(record: DraftRecord, words: str, pattern: re.Pattern[str], replacement: str) -> DraftRecord:
    values = redaction.replace_words(
        json.loads(record.model_dump_json(by_alias=True, exclude_unset=True)), pattern, replacement
    )
    if record.source_url and address_holds_words(record.source_url, [words]):
        values["source_url"] = None  # with words taken out of it, it would lead nowhere
    try:
        return as_draft(DraftRecord.model_validate_json(json.dumps(values)))
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise WordsError(f"With this in their place {place} could not be kept; write other words") from error
