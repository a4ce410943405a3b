"""Where words stand that are to go: in what the desk keeps of a decision, and in what it keeps of others."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from upheld.editorial.models import Draft, DraftNote, DraftRevision, FindingAnswer, RecognitionReport, SavedView
from upheld.register.models import Decision
from upheld.register.redaction import holds_words

DRAFT_COLUMNS = ("reference", "organisation", "category", "subcategory", "title", "outside", "doubts")
REPORT_COLUMNS = ("text", "contact", "note")


@dataclass(frozen=True)
class Kept:
    """What the desk keeps that holds the words, each to be scrubbed or deleted."""

    drafts: Sequence[Draft]
    revisions: Sequence[DraftRevision]
    notes: Sequence[DraftNote]
    answers: Sequence[FindingAnswer]
    reports: Sequence[RecognitionReport]
    views: Sequence[SavedView]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each there are, of those there are any."""
        counted = {name: len(getattr(self, name)) for name in self.__dataclass_fields__}
        return {name: count for name, count in counted.items() if count}


def find_kept(decision: Decision, pattern: re.Pattern[str]) -> Kept:
    """What holds the words of all that the desk keeps: of the decision and its drafts, every report and saved view."""
    drafts = list_drafts_of(decision)
    ids = [draft.pk for draft in drafts]
    answers = FindingAnswer.objects.filter(Q(decision=decision) | Q(draft__in=ids))
    return Kept(
        drafts=_holding(drafts, DRAFT_COLUMNS, pattern),
        revisions=[one for one in DraftRevision.objects.filter(draft__in=ids) if _holds_record(one, pattern)],
        notes=_holding(DraftNote.objects.filter(draft__in=ids), ("text", "reasons"), pattern),
        answers=_holding(answers, ("reason",), pattern),
        reports=_holding(RecognitionReport.objects.filter(words_deleted_at=None), REPORT_COLUMNS, pattern),
        views=_holding(SavedView.objects.all(), ("name", "query"), pattern),
    )


def list_drafts_of(decision: Decision) -> Sequence[Draft]:
    """The drafts of the decision: corrections, those it was made from, those under one of its references."""
    keys = [key + suffix for key, suffix in decision.references.values_list("key", "suffix")]
    return list(Draft.objects.filter(Q(decision=decision) | Q(reference_key__in=keys)).order_by("pk"))


def list_draft_mentions(pattern: re.Pattern[str], *, but: Decision) -> list[str]:
    """The names of other drafts that hold the words: they are told, not changed."""
    own = {draft.pk for draft in list_drafts_of(but)}
    rows = DraftRevision.objects.exclude(draft__in=own).select_related("draft").order_by("draft", "-number")
    found = {one.draft_id: one.draft for one in _quickly(rows.iterator(200), pattern) if _holds_record(one, pattern)}
    return [str(draft) for draft in found.values()]


def _quickly(rows: Iterable[DraftRevision], pattern: re.Pattern[str]) -> Iterator[DraftRevision]:
    """Looks at the JSON as it stands first, which is quick, with the ends of lines as spaces."""
    return (one for one in rows if pattern.search(one.record.replace("\\n", " ")))


def _holds_record(revision: DraftRevision, pattern: re.Pattern[str]) -> bool:
    return holds_words(json.loads(revision.record), pattern)


def _holding(rows: "Iterable[Any] | QuerySet[Any]", columns: Sequence[str], pattern: re.Pattern[str]) -> list[Any]:
    return [row for row in rows if any(holds_words(getattr(row, column), pattern) for column in columns)]
