"""Takes a draft in hand to change it, and puts it back with its checks done again. Used inside `writing()`."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from upheld.editorial import rules
from upheld.editorial.models import Draft, DraftRevision
from upheld.editorial.queries.checked import Checked, check
from upheld.editorial.records import DraftRecord, lined, read_draft, shown_columns
from upheld.editorial.rules import NoSuchDraftError, NotPossibleError, OvertakenError, is_one_of, move_blocker
from upheld.journal.actions.append import NewEntry, append
from upheld.lib.dates import date_in_zone
from upheld.scheme import get_scheme

_BY_ITSELF = (rules.CHECKING, rules.READY)


@dataclass
class InHand:
    """A draft that only this action may change now: what becomes of it is collected, then kept at once."""

    draft: Draft
    record: DraftRecord
    state: str  # as it was read
    revision: int
    entries: list[NewEntry] = field(default_factory=list)

    def note(self, kind: str, reason: str = "", **data: int | str | bool | None) -> None:
        """What the journal will say of it."""
        self.entries.append(NewEntry(kind, "draft", self.draft.pk, self.draft.revision, reason, data))


def take(uid: str, move: str, expected_revision: int | None = None) -> InHand:
    """The draft, if the move can be made with it. Raises NoSuchDraftError, OvertakenError or NotPossibleError."""
    draft = Draft.objects.select_related("decision__version").filter(uid=uid).first()
    if draft is None:
        raise NoSuchDraftError("There is no such draft; it may have been deleted")
    if expected_revision is not None and draft.revision != expected_revision:
        raise OvertakenError(uid, draft.revision, _last_hand(draft))
    if blocker := move_blocker(move, draft.state):
        raise NotPossibleError(blocker)
    return InHand(draft, read_text(draft), draft.state, draft.revision)


def read_text(draft: Draft) -> DraftRecord:
    """What the draft says now."""
    return read_draft(draft.revisions.get(number=draft.revision).record)


def move_to(held: InHand, state: str, at: dt.datetime) -> None:
    """Puts it into another state."""
    if held.draft.state != state:
        held.draft.state, held.draft.state_at = state, at


def write_text(held: InHand, record: DraftRecord, *, by: str, at: dt.datetime) -> None:
    """Gives the draft another text, as a new revision; whoever writes it has worked on the draft."""
    draft = held.draft
    draft.revision += 1
    held.record = record
    DraftRevision.objects.create(draft=draft, number=draft.revision, record=record.line(), by=by, at=at)
    for name, value in shown_columns(record).items():
        setattr(draft, name, value)
    add_person(draft, by)


def add_person(draft: Draft, by: str) -> None:
    """Remembers somebody who worked on the draft."""
    if not is_one_of(by, draft.people):
        draft.editors = lined((*draft.people, by.strip()))


def put_back(held: InHand, *, by: str, at: dt.datetime, namesakes: Sequence[Draft] | None = None) -> Checked:
    """Checks the draft again and keeps it. What is checked and whole is ready by itself, and the other way round."""
    draft = held.draft
    draft.changed_at = at
    checked = check(draft, held.record, date_in_zone(at, get_scheme().timezone), namesakes)
    if draft.state in _BY_ITSELF:
        _settle(held, checked, at)
    codes = [blocker.code for blocker in rules.stopping(checked.blockers)]
    draft.blocker_codes = lined(codes or ["second-person-missing"])
    draft.open_findings = checked.open_findings
    draft.answered = checked.answers
    save(held, by=by, at=at)
    return checked


def save(held: InHand, *, by: str, at: dt.datetime) -> int:
    """Writes the row if it is as it was read, with its entries. Gives the journal's head. Raises OvertakenError."""
    draft = held.draft
    rows = Draft.objects.filter(pk=draft.pk, state=held.state, revision=held.revision)
    if rows.update(**_columns(draft)) != 1:
        raise OvertakenError(draft.uid, draft.revision, _last_hand(draft))
    return append(held.entries, by=by, at=at)


def erase_text(draft: Draft) -> None:
    """Deletes all that the draft says and what people wrote about it; the row is to be saved after this."""
    for rows in (draft.revisions.all(), draft.notes.all(), draft.answers.all()):
        rows.delete()
    draft.title, draft.outside, draft.doubts, draft.text_hash = "", {}, [], ""
    draft.organisation = draft.category = draft.subcategory = ""
    draft.open_findings, draft.answered, draft.blocker_codes = 0, 0, "\n"
    _forget_strange_words(draft)


def _forget_strange_words(draft: Draft) -> None:
    """What stands where the scheme's own words belong, and is none of them, is text like the rest."""
    scheme = get_scheme()
    if not draft.reference_key:
        draft.reference = ""
    if scheme.document_type(draft.document_type) is None:
        draft.document_type = ""
    if scheme.outcome(draft.outcome) is None:
        draft.outcome = ""


def _settle(held: InHand, checked: Checked, at: dt.datetime) -> None:
    state = rules.READY if checked.passes else rules.CHECKING
    if state != held.draft.state:
        move_to(held, state, at)
        held.note("draft.ready" if state == rules.READY else "draft.unready")


def _columns(draft: Draft) -> dict[str, Any]:
    fixed = ("id", "uid", "created_at", "prepared_by")
    return {one.attname: getattr(draft, one.attname) for one in draft._meta.concrete_fields if one.name not in fixed}


def _last_hand(draft: Draft) -> str:
    last = draft.revisions.order_by("-number").values_list("by", flat=True).first()
    return last or draft.approved_by or draft.prepared_by
