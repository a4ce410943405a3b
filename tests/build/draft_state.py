"""What is known of a draft that was made for a test, and all that an action on one could change."""

import datetime as dt
from typing import Any

from tests.build.decision import NOON
from tests.build.draft import WRITER
from upheld.editorial.actions.answer_finding import answer_finding
from upheld.editorial.models import Draft, DraftNote, DraftRevision, FindingAnswer, KnownWord
from upheld.editorial.queries.draft import DraftView, get_draft
from upheld.journal.models import Entry
from upheld.journal.queries.entry import get_head
from upheld.register.models import Decision, Version

LATER = NOON + dt.timedelta(hours=1)


def view(one: Draft) -> DraftView:
    """The draft as whoever works on it sees it, an hour after noon."""
    return get_draft(one.uid, at=LATER)


def codes(one: Draft) -> set[str]:
    """What keeps it from being approved."""
    return {blocker.code for blocker in view(one).blockers}


def entries(one: Draft | int) -> list[str]:
    """What the journal says was done with it."""
    pk = one if isinstance(one, int) else one.pk
    return list(Entry.objects.filter(subject="draft", subject_id=pk).order_by("number").values_list("kind", flat=True))


def finding(one: Draft, kind: str) -> str:
    """The mark by which its finding of that kind is answered."""
    return next(found.finding.fingerprint for found in view(one).findings if found.finding.kind == kind)


def everything() -> tuple[object, ...]:
    """All that an action could change."""
    models: tuple[Any, ...] = (Draft, DraftRevision, DraftNote, FindingAnswer, KnownWord, Decision, Version)
    return (get_head(), *(list(model.objects.order_by("pk").values()) for model in models))


def answered(one: Draft, kind: str, answer: str = "not-personal", reason: str = "", by: str = WRITER) -> Draft:
    """The draft after somebody answered its finding of that kind."""
    return answer_finding(one.uid, one.revision, finding(one, kind), answer, reason, by=by, at=LATER)
