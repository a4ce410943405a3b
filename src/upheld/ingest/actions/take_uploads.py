"""Takes uploaded files in as drafts, each by itself: what is wrong with one costs none of the others."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from upheld.editorial.actions.start_draft import FILE, start_draft
from upheld.editorial.models import Draft
from upheld.editorial.models.draft import IS_OPEN
from upheld.editorial.records import DraftRecord, DraftTextError, as_draft, key_of, reference_of, text_hash
from upheld.editorial.rules import DuplicateDraftError, NeverError, NotPossibleError
from upheld.ingest.doubts import doubts_to_settle
from upheld.ingest.found import Reading, Refusal
from upheld.ingest.queries.vocabulary import get_vocabulary
from upheld.ingest.uploads.reader import Read, read_upload
from upheld.lib.text import UncleanTextError
from upheld.register.content import ContentError, prepare
from upheld.register.models import Decision
from upheld.register.queries.reference import list_taken
from upheld.register.records import DecisionRecord
from upheld.register.rules import WITHDRAWN
from upheld.scheme import get_scheme

Clock = Callable[[], dt.datetime]
SECONDS = 240.0  # so long at most for all files of one form
_LATE = "was not read, because the files before it took too long. Send it again by itself"
_TOO_LARGE = "is too large, or came after too many others. Send it again by itself"
_NEEDED = {
    "reference": "reference", "category": "category", "organisations": "organisation", "outcome": "outcome",
    "decided_on": "decision date", "summary": "summary",
}  # fmt: skip
_TWICE = (
    "{} has the same reference and another text, and came first. Look at both. If this one is right, send it again by "
    "itself: it then takes the place of the other."
)
REDACTED = (
    "Words were erased from this decision, and the file could bring them back. Begin the correction on its page, "
    "with the text as it is now."
)
_NOT_THIS_ONE = (NeverError, NotPossibleError, UncleanTextError, DraftTextError)


@dataclass(frozen=True)
class Taken:
    """What became of one decision of one file: `draft`, `replaced`, `correction`, `same`, `duplicate` or `refused`.

    `uid` is the draft it is in, or the one that stands in its way. Prints no words of the file.
    """

    name: str
    state: str
    sentence: str = ""
    reference: str = ""
    uid: str = ""
    findings: int = 0
    doubts: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{self.state}>"

    @property
    def is_in(self) -> bool:
        """Whether it is a draft now."""
        return self.state in {"draft", "replaced", "correction"}


def take_uploads(
    files: Sequence[tuple[str, bytes | None]], *, category: str | None, by: str, clock: Clock, run: int | None = None
) -> list[Taken]:
    """Takes the files in, by name and content (None: it was too large). Gives what became of each, in order."""
    vocabulary, began = get_vocabulary(), clock()
    taken: list[Taken] = []
    for name, data in files:
        if data is None:
            taken.append(Taken(name, "refused", _TOO_LARGE))
        elif (clock() - began).total_seconds() > SECONDS:
            taken.append(Taken(name, "refused", _LATE))
        else:
            reading = Reading(name, vocabulary, category, get_scheme().texts.source_address or "")
            begun = {one.uid: one.name for one in taken if one.is_in}
            taken += _take(read_upload(data, reading).found, name, begun, by=by, at=clock(), run=run)
    return taken


def without_stand_ins(read: Read) -> DecisionRecord:
    """What an upload says, empty where it does not say it."""
    record = read.entry.record
    empty: dict[str, Any] = dict.fromkeys(read.missing, "")
    if "category" in read.missing:
        empty["subcategory"] = None
    return DraftRecord.model_construct(_fields_set=record.model_fields_set, **dict(record) | empty)


def find_decision(record: DecisionRecord) -> Decision | None:
    """The decision of the register that goes by the record's reference; None if there is none."""
    reference = reference_of(record.reference)
    if reference is None:
        return None
    found = list_taken([reference])
    pk = found.get((reference.key, reference.suffix))
    return Decision.objects.select_related("version").get(pk=pk) if pk is not None else None


def says_the_same(record: DecisionRecord, decision: Decision) -> bool:
    """Whether the decision says word for word what the record does."""
    try:
        return prepare(record, get_scheme()).digest == decision.version.content_hash
    except ContentError:
        return False


def find_same(record: DecisionRecord) -> Draft | None:
    """The draft that waits under the record's reference and says the same; None if there is none."""
    reference, said = reference_of(record.reference), text_hash(record)
    if reference is None or not said:
        return None
    return Draft.objects.filter(IS_OPEN, reference_key=key_of(reference), text_hash=said).first()


def _take(
    found: Sequence[Read | Refusal], name: str, begun: dict[str, str], *, by: str, at: dt.datetime, run: int | None
) -> Iterator[Taken]:
    for one in found:
        if isinstance(one, Refusal):
            place = f", line {one.place.line}" if one.place.line > 1 else ""
            yield Taken(f"{name}{place}", "refused", _sentence(one.reason), one.reference)
        else:
            taken = _keep(one, name, begun, by=by, at=at, run=run)
            begun |= {taken.uid: taken.name} if taken.is_in else {}
            yield taken


def _keep(read: Read, name: str, begun: dict[str, str], *, by: str, at: dt.datetime, run: int | None) -> Taken:
    """Keeps one decision of a file. `begun` are the drafts that this form made, each with the file it came in."""
    record = without_stand_ins(read)
    reference = record.reference
    try:
        text = as_draft(record)
        decision = find_decision(text)
        if known := _known(text, decision):
            return Taken(name, known[0], known[1], reference, known[2])
        if twin := _twin(text, begun):
            return Taken(name, "duplicate", _TWICE.format(begun[twin.uid]), reference, twin.uid)
        draft = start_draft(
            text, by=by, at=at, source=FILE, outside=read.entry.outside, doubts=doubts_to_settle(read.entry.doubts),
            decision=decision, run=run,
        )  # fmt: skip
    except DuplicateDraftError as error:
        return Taken(name, "duplicate", f"{error}.", reference, error.uid)
    except _NOT_THIS_ONE as error:
        return Taken(name, "refused", _sentence(str(error)), reference)
    state = "replaced" if draft.revision > 1 else "correction" if decision else "draft"
    return Taken(name, state, _missing(text), draft.reference, draft.uid, draft.open_findings, read.entry.doubts)


def _twin(text: DraftRecord, begun: dict[str, str]) -> Draft | None:
    """The draft with the same reference that another file of this form made: nobody knows which of them is newer."""
    reference = reference_of(text.reference)
    if reference is None or not begun:
        return None
    return Draft.objects.filter(IS_OPEN, reference_key=key_of(reference), uid__in=begun).first()


def _known(text: DraftRecord, decision: Decision | None) -> tuple[str, str, str] | None:
    """Why nothing is to be taken in: what became of it, a sentence, the draft that says it; None where it is new."""
    if same := find_same(text):
        return "same", "The same text waits as a draft already.", same.uid
    if decision is None:
        return None
    if decision.state == WITHDRAWN:
        return "refused", "This decision is withdrawn. Restore it first, or leave it so.", ""
    if says_the_same(text, decision):
        return "same", "The register has this decision, word for word.", ""
    return ("refused", REDACTED, "") if decision.redacted else None


def _missing(record: DecisionRecord) -> str:
    """What somebody has to fill in, in a sentence; nothing where all is there."""
    found = [label for name, label in _NEEDED.items() if not getattr(record, name)]
    return f"Still to fill in: {', '.join(found)}." if found else ""


def _sentence(reason: str) -> str:
    return f"It {reason}." if reason[:1].islower() else f"{reason}{'' if reason.endswith('.') else '.'}"
