"""Reads of one draft: what it says, what was found in it, what can be done with it and what was done."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from upheld.editorial import rules
from upheld.editorial.models import Draft, DraftNote
from upheld.editorial.queries.checked import AnsweredFinding, check
from upheld.editorial.records import DraftRecord, read_draft
from upheld.editorial.rules import (
    ANYBODYS,
    MOVES_OF_DRAFTS,
    Blocker,
    Facts,
    Move,
    NoSuchDraftError,
    move_blocker,
    second_person,
    stopping,
)
from upheld.journal.models import Entry
from upheld.lib.dates import date_in_zone
from upheld.scheme import get_scheme


@dataclass(frozen=True)
class Revision:
    """One text of the draft, by whom and when."""

    number: int
    by: str
    at: dt.datetime


@dataclass(frozen=True)
class Note:
    """What somebody wrote to those who work on it; `reasons` in the scheme's words."""

    kind: str
    reasons: tuple[str, ...]
    text: str
    by: str
    at: dt.datetime


@dataclass(frozen=True)
class PossibleMove:
    """A move and what is in its way: None where it can be made."""

    move: Move
    blocker: Blocker | None


@dataclass(frozen=True)
class DraftView:
    """All that the desk may show of a draft. `record` is None when its text is gone (`taken`, `never`)."""

    draft: Draft
    record: DraftRecord | None
    facts: Facts | None
    findings: tuple[AnsweredFinding, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    revisions: tuple[Revision, ...] = ()
    notes: tuple[Note, ...] = ()
    history: tuple[Entry, ...] = field(default=(), repr=False)

    @property
    def uid(self) -> str:
        """Its id in addresses."""
        return self.draft.uid

    @property
    def revision(self) -> int:
        """The revision shown: what is to be sent with every change."""
        return self.draft.revision

    @property
    def state(self) -> str:
        """Where it is on its way."""
        return self.draft.state

    @property
    def open_findings(self) -> tuple[AnsweredFinding, ...]:
        """Those that wait for an answer or for a second person."""
        return tuple(one for one in self.findings if one.is_open or one.is_unconfirmed)

    def moves(self, person: str) -> tuple[PossibleMove, ...]:
        """Every move that people can ask for, and what is in its way; whether the role allows it is asked elsewhere."""
        return tuple(
            PossibleMove(MOVES_OF_DRAFTS[slug], self._in_the_way(slug, person)) for slug in ANYBODYS
        )  # fmt: skip

    def _in_the_way(self, slug: str, person: str) -> Blocker | None:
        if blocker := move_blocker(slug, self.state):
            return blocker
        if slug in ("ready", "approve") and stopping(self.blockers):
            return stopping(self.blockers)[0]
        if slug == "approve" and self.facts:
            return second_person(self.facts, person)
        return rules.own_blocker(slug, person, self.draft.prepared_by, self.draft.never_by)


def get_draft(uid: str, *, at: dt.datetime) -> DraftView:
    """The draft as it is now, examined anew. Raises NoSuchDraftError."""
    rows = Draft.objects.select_related("decision__version").prefetch_related("answers")
    draft = rows.filter(uid=uid).first()
    if draft is None:
        raise NoSuchDraftError("There is no such draft; it may have been deleted")
    kept = list(draft.revisions.order_by("number"))
    history = tuple(Entry.objects.filter(subject="draft", subject_id=draft.pk).order_by("number"))
    if not kept:
        return DraftView(draft, None, None, history=history)
    record = read_draft(kept[-1].record)
    checked = check(draft, record, date_in_zone(at, get_scheme().timezone))
    return DraftView(
        draft=draft,
        record=record,
        facts=checked.facts,
        findings=checked.findings,
        blockers=checked.blockers,
        revisions=tuple(Revision(one.number, one.by, one.at) for one in kept),
        notes=tuple(map(_note, draft.notes.order_by("at", "pk"))),
        history=history,
    )


def get_text(uid: str, number: int) -> DraftRecord:
    """What one revision says. Raises NoSuchDraftError where there is none, or its text is gone."""
    draft = Draft.objects.filter(uid=uid).first()
    found = draft.revisions.filter(number=number).first() if draft else None
    if found is None:
        raise NoSuchDraftError("There is no such text of this draft; it goes when the draft is published")
    return read_draft(found.record)


def list_drafts_of(decision_id: int) -> Sequence[Draft]:
    """The corrections of a decision that wait."""
    return list(Draft.objects.filter(decision=decision_id, state__in=rules.OPEN).order_by("pk"))


def _note(note: DraftNote) -> Note:
    scheme = get_scheme()
    labels = (scheme.return_reason(slug) for slug in note.reasons)
    return Note(note.kind, tuple(one.label for one in labels if one), note.text, note.by, note.at)
