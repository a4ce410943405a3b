"""The way of a decision: its states and moves as data, what keeps a draft back, and who may not do what."""

import datetime as dt
from dataclasses import dataclass

from upheld.lib.dates import format_date
from upheld.register import rules as register

EMBARGOED, PUBLISHED, HELD, WITHDRAWN = register.EMBARGOED, register.PUBLISHED, register.HELD, register.WITHDRAWN
DRAFT, CHECKING, READY, RETURNED, NEVER, TAKEN = "draft", "checking", "ready", "returned", "never", "taken"
PREPARED = (DRAFT, CHECKING, READY, RETURNED)  # a draft that nobody holds
OPEN = (*PREPARED, HELD)
NOT_PERSONAL, NECESSARY = "not-personal", "necessary"
ANSWERS = (NOT_PERSONAL, NECESSARY)  # to what stands in the text
NOT_KEPT = "not-kept"  # to what came with the file: its name, its properties


@dataclass(frozen=True)
class State:
    """Where a decision can be on its way, and what that means."""

    slug: str
    label: str
    sentence: str


@dataclass(frozen=True)
class Move:
    """One step: from where, to where (nowhere means it stays where it is), and the permission it asks for.

    A step that leads elsewhere from elsewhere stands twice. `of` says what moves: a `draft`, or a `decision` of the
    register. `by_itself`: nobody has to ask for it.
    """

    slug: str
    label: str
    of: str
    sources: tuple[str, ...]
    targets: tuple[str, ...] = ()
    permission: str = ""
    by_itself: bool = False


STATES: dict[str, State] = {
    state.slug: state
    for state in (
        State(DRAFT, "Draft", "Somebody is writing it. Only the desk sees it."),
        State(CHECKING, "Being checked", "Its findings are looked at one by one, and what is missing is told."),
        State(READY, "Ready", "Nothing keeps it back but the approval of somebody who has not worked on it."),
        State(RETURNED, "Returned", "It came back, with reasons, to whoever prepares it."),
        State(EMBARGOED, "Scheduled", "It is approved, and comes out on its day without anybody’s doing."),
        State(PUBLISHED, "Published", "Everybody can read it."),
        State(HELD, "Held", "Nobody outside the desk can read it until it is released."),
        State(WITHDRAWN, "Withdrawn", "It was public. Its address says when and why it went."),
        State(NEVER, "Never to be published", "Its text is deleted. Its reference and the reason stay."),
    )
}
MOVES: tuple[Move, ...] = (
    Move("start", "Start", "draft", (), (DRAFT,), "prepare"),
    Move("replace", "Replace by a newer document", "draft", (DRAFT,), (DRAFT,), "prepare"),
    Move("replace", "Replace by a newer document", "draft", (CHECKING, READY), (CHECKING,), "prepare"),
    Move("edit", "Edit", "draft", (DRAFT, RETURNED), (DRAFT,), "prepare"),
    Move("edit", "Edit", "draft", (CHECKING, READY), (CHECKING,), "prepare"),
    Move("answer", "Answer a finding", "draft", (DRAFT, CHECKING, RETURNED), (), "prepare"),
    Move("confirm", "Confirm that words are necessary", "draft", (DRAFT, CHECKING, RETURNED), (), "prepare"),
    Move("accept-reading", "Accept how the file was read", "draft", PREPARED, (), "prepare"),
    Move("take-up", "Take up the decision’s present version", "draft", (DRAFT, RETURNED), (DRAFT,), "prepare"),
    Move("take-up", "Take up the decision’s present version", "draft", (CHECKING, READY), (CHECKING,), "prepare"),
    Move("schedule", "Choose a day", "draft", PREPARED, (), "prepare"),
    Move("send", "Send for checking", "draft", (DRAFT, RETURNED), (CHECKING,), "prepare"),
    Move("ready", "Ready", "draft", (CHECKING,), (READY,), "prepare", by_itself=True),
    Move("unready", "Something came in between", "draft", (READY,), (CHECKING,), by_itself=True),
    Move("return", "Return with reasons", "draft", (CHECKING, READY), (RETURNED,), "prepare"),
    Move("approve", "Approve", "draft", (READY,), (EMBARGOED, PUBLISHED), "approve"),
    Move("hold", "Hold", "draft", PREPARED, (HELD,), "hold"),
    Move("release", "Release", "draft", (HELD,), PREPARED, "hold"),
    Move("propose-never", "Propose that it is never published", "draft", OPEN, (), "prepare"),
    Move("agree-never", "Never publish", "draft", OPEN, (NEVER,), "never"),
    Move("delete", "Delete one's own draft", "draft", (DRAFT, RETURNED), (), "prepare"),
    Move("come-out", "Its day has come", "decision", (EMBARGOED,), (PUBLISHED,), by_itself=True),
    Move("move", "Give it another day", "decision", (EMBARGOED,), (), "approve"),
    Move("correct", "Correct", "decision", (EMBARGOED, PUBLISHED, HELD), (), "approve"),
    Move("hold", "Hold", "decision", (EMBARGOED, PUBLISHED), (HELD,), "hold"),
    Move("release", "Release", "decision", (HELD,), (EMBARGOED, PUBLISHED), "hold"),
    Move("redact", "Redact", "decision", (EMBARGOED, PUBLISHED, HELD, WITHDRAWN), (), "redact"),
    Move("withdraw", "Withdraw", "decision", (PUBLISHED, HELD), (WITHDRAWN,), "withdraw"),
    Move("restore", "Restore", "decision", (WITHDRAWN,), (HELD, PUBLISHED), "withdraw"),
)
MOVES_OF_DRAFTS = {move.slug: move for move in reversed(MOVES) if move.of == "draft"}
_SOURCES = {
    slug: tuple(state for move in MOVES if move.of == "draft" and move.slug == slug for state in move.sources)
    for slug in MOVES_OF_DRAFTS
}
ANYBODYS = (  # what a person can ask for on the page of a draft
    "edit", "answer", "confirm", "accept-reading", "take-up", "schedule", "send", "ready", "return", "approve", "hold",
    "release", "propose-never", "agree-never", "delete",
)  # fmt: skip


@dataclass(frozen=True)
class Blocker:
    """One thing that keeps a draft back: a code for programs, what to do in a sentence, and where.

    One that does not `stop` is only to be known: approving goes through, and what it says happens.
    """

    code: str
    message: str
    where: str
    stops: bool = True

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True)
class Facts:
    """What is known of a draft when it is asked whether it can be published."""

    state: str
    today: dt.date
    reference: str = ""
    reference_fits: bool = True
    reference_example: str = ""
    has_summary: bool = True
    has_text: bool = True
    has_outcome: bool = True
    has_category: bool = True
    has_organisation: bool = True
    has_day: bool = True
    document_type_fits: bool = True
    misfit: str = ""  # what the scheme says to it, where nothing of the above does
    doubts: int = 0
    open_findings: int = 0
    open_outside: int = 0
    unconfirmed: int = 0
    comes_out: dt.date | None = None  # the later of the embargo's day and the day chosen
    embargo: dt.date | None = None
    reviews: tuple[str, ...] = ()
    duplicate: str = ""
    same_text: str = ""
    never: str = ""
    proposed_never: bool = False
    correction: str = ""  # of a decision that cannot be corrected now: why
    moved: bool = False  # the decision has another version than the one the correction began with
    unchanged: bool = False
    people: tuple[str, ...] = ()


class NoSuchDraftError(LookupError):
    """There is no such draft, or what is asked for went with its text."""


class NotPossibleError(ValueError):
    """Something may not be done to a draft: `blockers` say why, and nothing was done."""

    def __init__(self, *blockers: Blocker) -> None:
        self.blockers = blockers
        super().__init__("; ".join(map(str, blockers)))


class NotPublishableError(NotPossibleError):
    """A draft cannot be approved: `blockers` are all that keeps it back."""


class NotYoursError(PermissionError):
    """It may be done, but not by this person: somebody else must."""


class OvertakenError(RuntimeError):
    """Somebody else changed a draft meanwhile: `present` is the revision it has now, `changed_by` who made it."""

    def __init__(self, uid: str, present: int, changed_by: str) -> None:
        self.uid, self.present, self.changed_by = uid, present, changed_by
        super().__init__(f"{changed_by} changed this draft meanwhile; look at both texts, then decide which to keep")


class DuplicateDraftError(ValueError):
    """A draft of this case waits already, and somebody has worked on it: `uid` says which."""

    def __init__(self, reference: str, uid: str) -> None:
        self.reference, self.uid = reference, uid
        super().__init__(f"A draft of {reference} waits already and is being worked on; edit that one, or delete it")


class NeverError(ValueError):
    """It was agreed that this case is never to be published."""

    def __init__(self, reference: str, reason: str) -> None:
        self.reference, self.reason = reference, reason
        super().__init__(f"{reference} is never to be published: {_lowered(reason)}")


def publication_blockers(facts: Facts) -> tuple[Blocker, ...]:
    """All that keeps a draft from being published, the approval of a second person aside: checklist, button and gate.

    The embargo is among them to be known; it does not stop an approval, which waits for its day.
    """
    return (*_standing(facts), *_missing(facts), *_findings(facts), *_others(facts), *_days(facts))


def stopping(blockers: tuple[Blocker, ...]) -> tuple[Blocker, ...]:
    """Those that must go before it can be approved."""
    return tuple(blocker for blocker in blockers if blocker.stops)


def second_person(facts: Facts, person: str | None = None) -> Blocker | None:
    """What the four eyes ask for: somebody, and nobody who worked on it. None if `person` may approve it."""
    if person is None:
        message = "Somebody who has not worked on it has to approve it"
        return Blocker("second-person-missing", message, "approval")
    if is_one_of(person, facts.people):
        message = "You have worked on this draft, so somebody else has to approve it"
        return Blocker("same-person", message, "approval")
    return None


def is_one_of(person: str, people: tuple[str, ...]) -> bool:
    """Whether the person is one of the people, however the name is typed."""
    return person.strip().casefold() in {one.strip().casefold() for one in people}


def move_blocker(slug: str, state: str) -> Blocker | None:
    """Why this move cannot be made with a draft in this state; None if it can. Who makes it is another question."""
    sources = _SOURCES[slug]
    if state in sources:
        return None
    if state == TAKEN:
        return Blocker(f"{slug}-taken", "It is in the register already; work on the decision there", "state")
    if state == NEVER:
        return Blocker(f"{slug}-never", "It is never to be published, and its text is deleted", "state")
    if state == HELD:
        return Blocker(f"{slug}-held", "It is held; release it first", "state")
    allowed = " or ".join(f"“{STATES[source].label.lower()}”" for source in sources)
    label = STATES[state].label.lower()
    return Blocker(f"{slug}-{state}", f"It is “{label}”; this can be done to what is {allowed}", "state")


def own_blocker(slug: str, person: str, prepared_by: str, never_by: str) -> Blocker | None:
    """What keeps this one person from a move that others could make; None if nothing does."""
    if slug == "delete" and not is_one_of(person, (prepared_by,)):
        return Blocker("not-yours", f"{prepared_by} began this draft, so nobody else can delete it", "state")
    if slug == "propose-never" and never_by:
        return Blocker("never-proposed", "It is proposed already; a manager has to agree or refuse", "state")
    if slug == "agree-never" and not never_by:
        return Blocker("not-proposed", "Nobody has proposed never to publish it", "state")
    if slug == "agree-never" and is_one_of(person, (never_by,)):
        return Blocker("same-person", "You proposed it, so another person has to agree", "state")
    return None


def edited_state(state: str) -> str:
    """Where a draft is after its text was edited: what was checked is checked again."""
    return CHECKING if state in (CHECKING, READY) else DRAFT


def _standing(facts: Facts) -> list[Blocker]:
    found = []
    if facts.state == HELD:
        found.append(Blocker("held", "It is held; release it first", "state"))
    for kind in facts.reviews:
        name = "a judicial review" if kind == "court" else "a review"
        found.append(Blocker(f"open-{kind}", f"There is {name} open; close it when it has ended", "reviews"))
    if facts.never:
        message = f"This case is never to be published: {_lowered(facts.never)}"
        found.append(Blocker("never", message, "reference"))
    if facts.proposed_never:
        message = "Somebody proposed never to publish it; a manager has to agree or refuse"
        found.append(Blocker("never-proposed", message, "state"))
    return found


def _missing(facts: Facts) -> list[Blocker]:
    example = f" like {facts.reference_example}" if facts.reference_example else ""
    misfit = bool(facts.reference) and not facts.reference_fits
    checks = (
        (facts.reference, "no-reference", f"Give its reference, written{example or ' as usual'}", "reference"),
        (not misfit, "reference-misfit", f"Write its reference{example}", "reference"),
        (facts.document_type_fits, "no-document-type", "Choose what kind of document it is", "document-type"),
        (facts.has_category, "no-category", "Choose its category", "category"),
        (facts.has_outcome, "no-outcome", "Choose its outcome", "outcome"),
        (facts.has_day, "no-decision-date", "Give the date of the decision", "decided-on"),
        (facts.has_summary, "no-summary", "Write its summary", "summary"),
        (not facts.misfit, "misfit", facts.misfit, "facts"),
    )
    found = [Blocker(code, message, where) for passed, code, message, where in checks if not passed]
    if not facts.has_organisation:
        found.append(Blocker("no-organisation", "It names no organisation", "organisations", stops=False))
    if not facts.has_text:
        found.append(Blocker("no-text", "It has a summary only, no text", "text", stops=False))
    return found


def _findings(facts: Facts) -> list[Blocker]:
    found = []
    if facts.doubts:
        message = f"The file was not read cleanly: look at {_count(facts.doubts, 'place')} and accept the reading"
        found.append(Blocker("not-read-cleanly", message, "reading"))
    if facts.open_findings:
        message = f"{_count(facts.open_findings, 'finding')} in its text {_wait(facts.open_findings)} for an answer"
        found.append(Blocker("open-findings", message, "findings"))
    if facts.open_outside:
        message = f"The file is not clean: {_count(facts.open_outside, 'finding')} in its name, properties or remarks"
        found.append(Blocker("file-not-clean", message, "file"))
    if facts.unconfirmed:
        message = f"A second person has to confirm that {_count(facts.unconfirmed, 'finding')} must stay in the text"
        found.append(Blocker("unconfirmed", message, "findings"))
    return found


def _others(facts: Facts) -> list[Blocker]:
    checks = (
        (facts.duplicate, "duplicate-reference", f"{facts.duplicate}; there can be only one", "reference"),
        (facts.same_text, "same-text", f"It says word for word what {facts.same_text} says", "text"),
        (facts.correction, "not-correctable", facts.correction, "state"),
    )
    found = [Blocker(code, message, where) for failed, code, message, where in checks if failed]
    if facts.moved:
        message = (
            "The decision was changed after this correction was begun; compare them and take up its present version"
        )
        found.append(Blocker("decision-moved", message, "text"))
    if facts.unchanged:
        found.append(Blocker("unchanged", "It says what the decision says already; change it, or delete it", "text"))
    return found


def _days(facts: Facts) -> list[Blocker]:
    if facts.comes_out is None or facts.comes_out <= facts.today:
        return []
    why = "may not come out before" if facts.comes_out == facts.embargo else "is to come out on"
    message = f"It {why} {format_date(facts.comes_out)}; approved today, it waits for that day"
    return [Blocker("embargo", message, "calendar", stops=False)]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


def _wait(number: int) -> str:
    return "waits" if number == 1 else "wait"


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
