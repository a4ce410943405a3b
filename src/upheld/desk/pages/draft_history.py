"""What was done with a draft, in words, the newest first."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from upheld.analysis.identifiers import KINDS
from upheld.editorial.queries.draft import DraftView
from upheld.journal.models import Entry
from upheld.scheme import get_scheme
from upheld.ui.filters import plural
from upheld.ui.site import Link

WORDS = {
    "draft.started": "Begun",
    "draft.replaced": "Replaced by a newer document",
    "draft.redacted": "Words erased from it",
    "draft.edited": "Edited",
    "draft.words-replaced": "Words replaced",
    "draft.finding-answered": "Finding answered",
    "draft.finding-confirmed": "Confirmed that words are necessary",
    "draft.finding-opened": "Finding opened again",
    "draft.file-accepted": "Name and properties of the file looked at",
    "draft.reading-accepted": "Reading of the file accepted",
    "draft.sent": "Sent for checking",
    "draft.ready": "Ready",
    "draft.unready": "No longer ready: something came in between",
    "draft.returned": "Returned",
    "draft.held": "Held",
    "draft.released": "Released",
    "draft.day-chosen": "Day chosen",
    "draft.taken-up": "Taken up with the decision's present version",
    "draft.never-proposed": "Proposed never to be published",
    "draft.never-refused": "Proposal refused: it goes its way",
    "draft.never": "Never to be published",
    "draft.approved": "Approved, and taken into the register",
}
_SOURCES = {
    "form": "written at the desk",
    "paste": "from a pasted text",
    "file": "from a file",
    "import": "by an import",
}
_ANSWERS = {"not-personal": "not personal", "necessary": "necessary", "not-kept": "not kept"}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that was done. `changes` leads to what it changed in the text, where it changed some."""

    what: str
    by: str
    at: dt.datetime
    detail: str = ""
    changes: Link | None = None


@dataclass(frozen=True, slots=True)
class NoteShown:
    """What somebody wrote to those who work on it."""

    title: str
    reasons: tuple[str, ...]
    text: str
    by: str
    at: dt.datetime


def make_history(view: DraftView) -> tuple[HistoryLine, ...]:
    """What was done, the newest first."""
    return tuple(_lines(view))[::-1]


def make_notes(view: DraftView) -> tuple[NoteShown, ...]:
    """The notes, the newest first."""
    titles = {"returned": "Returned", "replaced": "A newer document took its place"}
    return tuple(
        NoteShown(titles.get(one.kind, one.kind), one.reasons, one.text, one.by, one.at) for one in view.notes
    )[::-1]


def _lines(view: DraftView) -> Iterator[HistoryLine]:
    kept = {one.number for one in view.revisions}
    before = 0
    for entry in view.history:
        revision = entry.version or before
        changed = revision > before > 0 and {revision, revision - 1} <= kept
        link = Link(f"Text {revision}", f"/desk/drafts/{view.uid}/changes?from={revision - 1}&to={revision}")
        yield HistoryLine(_what(entry), entry.by, entry.at, _detail(entry), link if changed else None)
        before = max(before, revision)


def _what(entry: Entry) -> str:
    return WORDS.get(entry.kind, entry.kind.removeprefix("draft.").replace("-", " ").capitalize())


def _detail(entry: Entry) -> str:
    data = entry.data
    kind = KINDS.get(str(data.get("finding", "")))
    parts = (
        _SOURCES.get(str(data.get("source", "")), "") if entry.kind == "draft.started" else "",
        kind.label if kind else "",
        _ANSWERS.get(str(data.get("answer", "")), ""),
        plural(int(data["places"]), "place") if isinstance(data.get("places"), int) else "",
        _reason(entry.reason),
    )
    return ", ".join(filter(None, parts))


def _reason(slug: str) -> str:
    scheme = get_scheme()
    found = scheme.return_reason(slug) or scheme.never_reason(slug) or scheme.reason(slug) if slug else None
    return found.label if found else ""
