"""A decision in the desk: what it is, what waits, what can be done, and what happened."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.accounts.models import Person
from upheld.accounts.requirements import may
from upheld.accounts.roles import roles_with
from upheld.desk.pages.journal import JournalLine, make_line
from upheld.desk.pages.rows import facts, listed
from upheld.desk.publicly import day_and_clock
from upheld.desk.queries.journal import Written
from upheld.desk.queries.one_decision import Around
from upheld.editorial.actions.open_review import KINDS
from upheld.lib.dates import format_date
from upheld.register.models import Decision
from upheld.register.models.decision import EMBARGOED, HELD, PUBLISHED, WITHDRAWN
from upheld.register.models.version import FIRST, MAJOR, MINOR, REDACTED
from upheld.register.rules import blocker_for
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link

_CHANGES = {FIRST: "First version", MINOR: "Small correction", MAJOR: "Corrected", REDACTED: "Words erased"}
_SENTENCES = {
    PUBLISHED: "Everybody can read it.",
    HELD: "Nobody outside the desk can read it.",
    WITHDRAWN: "Its address says that it was withdrawn, with date and reason.",
    EMBARGOED: "Nobody outside the desk can read it before its day.",
}


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done with it; `why_not` says what keeps this person from it, then there is no link."""

    label: str
    href: str
    sentence: str
    is_grave: bool = False
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class _Offer:
    """Something that can be done with a decision, by those who have the permission."""

    action: str
    permission: str
    label: str
    sentence: str
    is_grave: bool = False


_HOLD = _Offer("hold", "hold", "Hold now", "Takes it out of sight at once.", is_grave=True)
_RELEASE = _Offer("release", "hold", "Release", "Puts it back where it was.")
_REDACT = _Offer("redact", "redact", "Redact words", "Erases words from every version, for good.")
_CORRECT = _Offer("correct", "prepare", "Correct", "Begins a draft with its present text.")
_WITHDRAW = _Offer("withdraw", "withdraw", "Withdraw", "Its address then says so, with the reason.")
_RESTORE = _Offer("restore", "withdraw", "Restore", "Publishes it again; what somebody held stays held.")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something about it that waits for somebody: `text`, and the way to it."""

    text: str
    href: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version: when and why it was made. `compare` leads to what it changed, where both texts are there."""

    number: int
    what: str
    at: dt.datetime
    reason: str
    is_erased: bool
    by_import: bool
    compare: str


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """The page. `keeps` say who or what keeps it out of sight.

    `acts` are in the order of how often they are needed, and `first` is the first of them, where it can be done.
    """

    reference: str
    state: str
    sentence: str
    since: str
    keeps: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    public: str
    text: str
    waiting: tuple[Waiting, ...]
    first: Act | None
    acts: tuple[Act, ...]
    summary: str
    versions: tuple[VersionRow, ...]
    history: tuple[JournalLine, ...]


def make_decision(
    decision: Decision, around: Around, history: Sequence[Written], person: Person, today: dt.date
) -> DecisionPage:
    """The page as this person sees it."""
    here, acts = f"/desk/decisions/{decision.uid}", tuple(_acts(decision, around, person))
    return DecisionPage(
        reference=decision.reference,
        state=decision.state,
        sentence=_SENTENCES[decision.state],
        since=_since(decision),
        keeps=tuple(_keeps(decision, around)),
        facts=tuple(_facts(decision)),
        public=decision.get_absolute_url(),
        text=f"{here}/text",
        waiting=tuple(_waiting(decision, around, today)),
        first=next((act for act in acts[:1] if not act.why_not), None),
        acts=acts,
        summary=decision.version.summary or "",
        versions=tuple(_versions(around, here)),
        history=tuple(map(make_line, history)),
    )


def decision_head(decision: Decision, around: Around) -> Head:
    """What the page says of itself."""
    bodies = listed([one.name for one in around.bodies]) or get_scheme().texts.empty_reference
    return Head(f"{bodies} ({decision.reference})", trail=(Link("Desk", "/desk/"), Link("Find", "/desk/find")))


def _since(decision: Decision) -> str:
    if decision.state == EMBARGOED and decision.held_until:
        return f"Appears on {format_date(decision.held_until)}"
    reason = get_scheme().reason(decision.state_reason)
    why = f": {reason.label[:1].lower()}{reason.label[1:]}" if reason and decision.state != PUBLISHED else ""
    return f"Since {day_and_clock(decision.state_at)}{why}"


def _keeps(decision: Decision, around: Around) -> Iterator[str]:
    if around.hold:
        yield f"{around.hold.by} holds it, since {day_and_clock(around.hold.at)}."
    for review in around.reviews:
        yield f"{KINDS[review.kind]} open since {day_and_clock(review.opened_at)}, opened by {review.opened_by}."
    if decision.state == HELD and around.hold and around.reviews:
        yield "It can be read again when the hold and every review have ended."


def _facts(decision: Decision) -> Iterator[tuple[str, str]]:
    subject = " > ".join(one.name for one in (decision.category, decision.subcategory) if one)
    yield "What it is", ", ".join(facts(decision.document_type, decision.outcome or "", ""))
    yield "Subject", subject
    yield "Decided", format_date(decision.decided_on) if decision.decided_on else "not stated"
    if decision.published_on:
        yield "Published", format_date(decision.published_on)
    if decision.source_url:
        yield "Source", decision.source_url


def _waiting(decision: Decision, around: Around, today: dt.date) -> Iterator[Waiting]:
    for report in around.reports:
        if report.state == "open":
            text = f"A reader can recognise someone. Answer by {format_date(report.answer_by)}"
            yield Waiting(text, report.get_absolute_url(), report.answer_by < today)
    if around.examination and around.examination.open:
        count = around.examination.open
        yield Waiting(f"{count} finding{'s' * (count > 1)} in its text", f"/desk/decisions/{decision.uid}/findings")
    for draft in around.drafts:
        yield Waiting("A correction is being prepared", draft.get_absolute_url())


def _acts(decision: Decision, around: Around, person: Person) -> Iterator[Act]:
    yield from _hold_acts(decision, around, person)
    if decision.state == EMBARGOED and decision.held_until and may(person, "approve"):
        href = f"/desk/calendar/{decision.held_until.isoformat()}"
        yield Act("Give it another day", href, "Not before its embargo ends.")
    yield _act(decision, person, _REDACT)
    if around.drafts:
        yield Act("Go on with the correction", around.drafts[0].get_absolute_url(), "")
    else:
        yield _act(decision, person, _CORRECT)
    yield _act(decision, person, _RESTORE if decision.state == WITHDRAWN else _WITHDRAW)
    if may(person, "hold"):
        yield Act(
            "Reviews", f"/desk/reviews?reference={decision.reference.replace(' ', '+')}", "Open or close a review."
        )


def _hold_acts(decision: Decision, around: Around, person: Person) -> Iterator[Act]:
    if decision.state != HELD:
        yield _act(decision, person, _HOLD)
    elif around.hold:
        yield _act(decision, person, _RELEASE)
    elif may(person, "hold"):
        href = f"/desk/decisions/{decision.uid}/hold"
        yield Act("Hold it as a person too", href, "It then stays held when the review closes.")


def _act(decision: Decision, person: Person, offer: _Offer) -> Act:
    blocker = blocker_for(offer.action, reference="It", state=decision.state, was_public=decision.was_public)
    why_not = f"{blocker}." if blocker else ""
    if not may(person, offer.permission):
        who = " or ".join(role.label.lower() for role in roles_with(offer.permission))
        why_not = f"Needs the role {who}."
    href = f"/desk/decisions/{decision.uid}/{offer.action}"
    return Act(offer.label, href, offer.sentence, offer.is_grave, why_not)


def _versions(around: Around, here: str) -> Iterator[VersionRow]:
    kept = {one.number for one in around.versions if one.content is not None}
    for one in around.versions:
        reason = get_scheme().reason(one.reason)
        yield VersionRow(
            one.number,
            _CHANGES.get(one.change, one.change),
            one.made_at,
            reason.label if reason else "",
            one.content is None,
            one.by_import,
            f"{here}/versions/{one.number}" if {one.number, one.number - 1} <= kept else "",
        )
