"""Takes words out of everything that the desk keeps of a decision."""

import datetime as dt
import json
import re
from typing import Any

from upheld.editorial.actions.keeping import InHand, put_back, read_text
from upheld.editorial.models import Draft, DraftRevision
from upheld.editorial.queries.places import DRAFT_COLUMNS, REPORT_COLUMNS, Kept
from upheld.editorial.records import read_draft, shown_columns
from upheld.register.redaction import replace_words


def scrub(kept: Kept, pattern: re.Pattern[str], replacement: str, *, by: str, at: dt.datetime) -> list[int]:
    """Puts the replacement in the place of the words, inside `writing()`; saved searches for them are deleted.

    A draft gets a new revision, so that nobody who has it open can write the words again unasked. Gives the ids of
    these drafts: they are to be checked again when all else is done.
    """
    changed = sorted({revision.draft_id for revision in kept.revisions})
    for draft in kept.drafts:
        _replace(draft, DRAFT_COLUMNS, pattern, replacement)
    for revision in kept.revisions:
        _replace_record(revision, pattern, replacement)
    for draft_id in changed:
        _renew(Draft.objects.get(pk=draft_id), by=by, at=at)
    for note in kept.notes:
        _replace(note, ("text", "reasons"), pattern, replacement)
    for answer in kept.answers:
        _replace(answer, ("reason",), pattern, replacement)
    for report in kept.reports:
        _replace(report, REPORT_COLUMNS, pattern, replacement)
    for view in kept.views:
        view.delete()
    return changed


def check_again(draft_ids: list[int], *, by: str, at: dt.datetime) -> None:
    """Says of drafts that were scrubbed how they stand now: one that was ready may have to be looked at again."""
    for draft in Draft.objects.select_related("decision__version").filter(pk__in=draft_ids).order_by("pk"):
        held = InHand(draft, read_text(draft), draft.state, draft.revision)
        held.note("draft.redacted")
        put_back(held, by=by, at=at)


def _replace(row: Any, columns: tuple[str, ...], pattern: re.Pattern[str], replacement: str) -> None:
    for column in columns:
        value = replace_words(getattr(row, column), pattern, replacement)
        limit = getattr(row._meta.get_field(column), "max_length", None)
        setattr(row, column, value[:limit] if isinstance(value, str) and limit else value)
    row.save(update_fields=list(columns))


def _replace_record(revision: DraftRevision, pattern: re.Pattern[str], replacement: str) -> None:
    values = replace_words(json.loads(revision.record), pattern, replacement)
    revision.record = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    revision.save(update_fields=["record"])


def _renew(draft: Draft, *, by: str, at: dt.datetime) -> None:
    """The newest text once more, under the next number."""
    last = draft.revisions.order_by("-number").first()
    if last is None:
        return
    DraftRevision.objects.create(draft=draft, number=last.number + 1, record=last.record, by=by, at=at)
    columns = shown_columns(read_draft(last.record))
    Draft.objects.filter(pk=draft.pk).update(revision=last.number + 1, changed_at=at, **columns)
