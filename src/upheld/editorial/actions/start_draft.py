"""Begins a draft, or lets a newer document take the place of one that nobody has touched."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from upheld.editorial import rules
from upheld.editorial.actions.keeping import InHand, move_to, put_back, read_text, write_text
from upheld.editorial.models import Draft, DraftNote, DraftRevision
from upheld.editorial.queries.checked import find_namesakes, never_label, never_of, waiting_of
from upheld.editorial.records import DraftRecord, as_draft, lined, shown_columns
from upheld.editorial.rules import DuplicateDraftError, NeverError, NotPossibleError
from upheld.journal.actions.append import writing
from upheld.register.actions.move_state import reason_for
from upheld.register.actions.publish import new_uid
from upheld.register.actions.stay_official import stay_official
from upheld.register.models import Decision
from upheld.register.models.version import MAJOR, MINOR
from upheld.register.records import DecisionRecord
from upheld.register.rules import RefusedError, blocker_for
from upheld.scheme import get_scheme

FORM, PASTE, FILE, IMPORT = SOURCES = ("form", "paste", "file", "import")
_IN_A_DRAFT = (rules.DRAFT, rules.CHECKING, rules.READY)


class SourceError(ValueError):
    """A draft can only come from a form, a paste, a file or an import."""


def start_draft(
    record: DecisionRecord,
    *,
    by: str,
    at: dt.datetime,
    source: str,
    outside: Mapping[str, str] | None = None,
    doubts: Iterable[str] = (),
    decision: Decision | None = None,
    run: int | None = None,
    change: str = MINOR,
    reason: str = "",
) -> Draft:
    """Keeps a new draft; one of an import goes to checking at once, and is ready when nothing keeps it back.

    Where a draft of the same case waits that came the same way and that nobody has touched, this document takes its
    place as a new revision: the draft given then has a revision above 1. `decision` makes it a correction, for which
    `change` and `reason` are those of the version to come. Raises DuplicateDraftError, NeverError, NotPossibleError,
    UncleanTextError or DraftTextError; then nothing is kept.
    """
    if source not in SOURCES:
        raise SourceError(f"“{source}” is no way by which a draft comes; it is one of: {', '.join(SOURCES)}")
    text = as_draft(record)
    with writing():
        namesakes = find_namesakes(text)
        _refuse(text, namesakes, decision)
        _stay_official(by=by, at=at)
        values = _correction(decision, change, reason)
        values |= {"source": source, "run": run, "outside": dict(outside or {}), "doubts": list(doubts)}
        if waiting := waiting_of(namesakes):
            held = _replace(waiting, namesakes, text, values, by=by, at=at)
        else:
            held = _begin(text, values, by=by, at=at)
        if source == IMPORT and held.draft.state == rules.DRAFT:
            move_to(held, rules.CHECKING, at)
            held.note("draft.sent")
        put_back(held, by=by, at=at, namesakes=namesakes)
    return held.draft


def _refuse(text: DraftRecord, namesakes: Sequence[Draft], decision: Decision | None) -> None:
    if never := never_of(namesakes):
        raise NeverError(text.reference, never_label(never.never_reason, get_scheme()))
    if decision is None:
        return
    if blocker := blocker_for("correct", reference=decision.reference, state=decision.state):
        raise NotPossibleError(rules.Blocker(blocker.code, str(blocker), "state"))


def _stay_official(*, by: str, at: dt.datetime) -> None:
    try:
        stay_official(get_scheme(), by=by, at=at)
    except RefusedError as error:
        raise NotPossibleError(*(rules.Blocker(one.code, str(one), "state") for one in error.blockers)) from error


def _correction(decision: Decision | None, change: str, reason: str) -> dict[str, object]:
    if decision is None:
        return {"decision": None, "base_version": None, "change": "", "reason": ""}
    if change not in (MINOR, MAJOR):
        raise SourceError(f"“{change}” is no change of a decision; it is {MINOR} or {MAJOR}")
    slug = reason_for("correct", reason)
    return {"decision": decision, "base_version": decision.version_number, "change": change, "reason": slug}


def _begin(text: DraftRecord, values: dict[str, object], *, by: str, at: dt.datetime) -> InHand:
    draft = Draft.objects.create(
        uid=new_uid(), state=rules.DRAFT, prepared_by=by.strip(), editors=lined([by.strip()]),
        touched=values["source"] == FORM, created_at=at, changed_at=at, state_at=at, **values, **shown_columns(text),
    )  # fmt: skip
    DraftRevision.objects.create(draft=draft, number=1, record=text.line(), by=by, at=at)
    held = InHand(draft, text, draft.state, draft.revision)
    held.note("draft.started", source=draft.source, decision=draft.decision_id)
    return held


def _replace(
    waiting: Draft,
    namesakes: Sequence[Draft],
    text: DraftRecord,
    values: dict[str, object],
    *,
    by: str,
    at: dt.datetime,
) -> InHand:
    """The newer document instead of one that waits as it came; its text stays as an earlier revision."""
    replaces = not waiting.touched and waiting.source == values["source"] and waiting.decision == values["decision"]
    if not replaces or waiting.state not in _IN_A_DRAFT:
        raise DuplicateDraftError(waiting.reference, waiting.uid)
    if other := waiting_of(namesakes, waiting.pk):
        raise DuplicateDraftError(other.reference, other.uid)
    held = InHand(waiting, read_text(waiting), waiting.state, waiting.revision)
    if waiting.state == rules.READY:
        move_to(held, rules.CHECKING, at)
    for name, value in (values | {"doubts_accepted_by": ""}).items():
        setattr(waiting, name, value)
    write_text(held, text, by=by, at=at)
    DraftNote.objects.create(draft=waiting, kind="replaced", by=by, at=at)
    held.note("draft.replaced", source=waiting.source)
    return held
