"""The journal in words: who did what, when, from which state to which."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from upheld.desk.components import Fault
from upheld.desk.pages.draft_history import WORDS as DRAFT_WORDS
from upheld.desk.queries.journal import STATE_AFTER, SUBJECTS, Named, Written
from upheld.journal.models import Entry
from upheld.journal.queries.chain import Head as ChainHead
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link

WORDS = DRAFT_WORDS | {
    "decision.published": "Published",
    "decision.embargoed": "Scheduled",
    "decision.moved": "Given another day of publication",
    "decision.corrected": "Corrected",
    "decision.described": "Details beside the text filled in",
    "decision.held": "Held",
    "decision.hold-added": "Held by a person too, while a review is open",
    "decision.hold-lifted": "Released by the person; stays held while a review is open",
    "decision.released": "Released",
    "decision.withdrawn": "Withdrawn",
    "decision.restored": "Restored",
    "decision.redacted": "Words erased",
    "decision.satisfied": "Recorded that the Ombudsman was satisfied",
    "decision.not-satisfied": "Taken back that the Ombudsman was satisfied",
    "decision.followed-up": "Further report recorded",
    "decision.not-followed-up": "Further report taken back",
    "draft.deleted": "Draft deleted",
    "finding.answered": "Finding in the published text answered",
    "finding.confirmed": "Confirmed that words of the published text are necessary",
    "review.opened": "Review opened",
    "review.closed": "Review closed",
    "report.received": "A reader can recognise someone",
    "report.closed": "Reader's report closed",
    "report.words-deleted": "What a reader wrote was deleted",
    "organisation.added": "Organisation added",
    "organisation.merged": "Organisation joined with another",
    "organisation.renamed": "Organisation renamed",
    "organisation.updated": "Organisation updated",
    "category.added": "Category added",
    "category.moved": "Category moved",
    "synonyms.changed": "Synonyms changed",
    "person.invited": "Person invited",
    "person.link-made": "New link made for a person",
    "person.password-set": "Password set",
    "person.role-changed": "Role changed",
    "person.deactivated": "Person deactivated",
    "person.reactivated": "Person let in again",
    "person.second-factor-reset": "Second step reset",
    "register.declared-demo": "Declared to be the demonstration",
    "register.declared-official": "Known to be official from now on",
}
STATES = {"published": "published", "embargoed": "scheduled", "held": "held", "withdrawn": "withdrawn"}
_KINDS = {"review": "review", "court": "judicial review"}
_RESULTS = {"held": "the decision was held", "redacted": "words were removed", "no-change": "no change"}
_ANSWERS = {"not-personal": "not personal", "necessary": "necessary"}


@dataclass(frozen=True, slots=True)
class JournalLine:
    """An entry in words. `detail` says from which state to which, the version and the reason, as far as each is."""

    number: int
    what: str
    about: Named
    by: str
    at: dt.datetime
    detail: str


@dataclass(frozen=True, slots=True)
class JournalPage:
    """A page of the journal, the newest first. `head` is what to note elsewhere, `more` the way to older entries."""

    lines: tuple[JournalLine, ...]
    head: ChainHead
    people: tuple[str, ...]
    subjects: tuple[tuple[str, str], ...]
    person: str
    subject: str
    reference: str
    is_filtered: bool
    faults: tuple[Fault, ...]
    more: str


def make_journal(
    entries: Sequence[Written],
    head: ChainHead,
    *,
    people: Sequence[str],
    person: str,
    subject: str,
    reference: str,
    faults: Sequence[Fault] = (),
    more: int | None = None,
) -> JournalPage:
    """The page."""
    asked = {"person": person, "kind": subject, "reference": reference}
    kept = {name: value for name, value in asked.items() if value}
    return JournalPage(
        lines=tuple(map(make_line, entries)),
        head=head,
        people=tuple(people),
        subjects=tuple((one, f"{one.capitalize()}s") for one in SUBJECTS if one != "register"),
        person=person,
        subject=subject,
        reference=reference,
        is_filtered=bool(kept),
        faults=tuple(faults),
        more=f"/desk/journal?{urlencode(kept | {'before': more})}" if more else "",
    )


def make_line(written: Written) -> JournalLine:
    """An entry in words."""
    entry = written.entry
    return JournalLine(
        entry.number, WORDS.get(entry.kind, entry.kind), written.named, entry.by, entry.at, _detail(written)
    )


def journal_head() -> Head:
    """What the page says of itself."""
    return Head("Journal", trail=(Link("Desk", "/desk/"),))


def _detail(written: Written) -> str:
    entry = written.entry
    parts = (_move(written), _version(entry), _reason(entry), "because of an open review" if _by_review(entry) else "")
    return "; ".join(filter(None, parts))


def _move(written: Written) -> str:
    after = STATE_AFTER.get(written.entry.kind, "")
    if not written.before:
        return ""
    return f"from {STATES[written.before]}" + (f" to {STATES[after]}" if after else "")


def _version(entry: Entry) -> str:
    if entry.kind in ("decision.corrected", "decision.redacted") and entry.version:
        return f"version {entry.version}"
    return ""


def _reason(entry: Entry) -> str:
    if not entry.reason:
        return ""
    scheme = get_scheme()
    words = {"review": _KINDS, "report": _RESULTS, "examination": _ANSWERS}.get(entry.subject, {})
    found = scheme.reason(entry.reason) or scheme.return_reason(entry.reason) or scheme.never_reason(entry.reason)
    label = words.get(entry.reason) or (found.label if found else entry.reason)
    return label[:1].lower() + label[1:]


def _by_review(entry: Entry) -> bool:
    return entry.kind == "decision.held" and "review" in entry.data
