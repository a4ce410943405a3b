"""A draft as it is checked: what keeps it back, its text with what was found, what can be done, what was done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser

from upheld.accounts.models import Person
from upheld.accounts.requirements import may
from upheld.desk.frame import HOME
from upheld.desk.pages.doubts import Doubt, make_doubts
from upheld.desk.pages.draft_history import HistoryLine, NoteShown, make_history, make_notes
from upheld.desk.pages.draft_moves import NO_MOVES, MovesShown, make_moves
from upheld.desk.pages.finding_card import Card, make_cards
from upheld.desk.pages.marked_text import MarkedRow, make_rows
from upheld.desk.pages.marks import Marker, Spans, by_place
from upheld.editorial.parts import parts_of
from upheld.editorial.queries.checked import AnsweredFinding
from upheld.editorial.queries.draft import DraftView
from upheld.editorial.records import DraftRecord
from upheld.editorial.rules import STATES, Blocker
from upheld.lib.dates import format_date
from upheld.register.differences import remedy_words
from upheld.register.reading import with_read_remedies
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist, and where to put it right. One that does not stop is only to be known."""

    text: str
    href: str
    stops: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact of the draft by its name. `is_missing` says that a decision must have it."""

    label: str
    values: tuple[Spans, ...]
    cards: tuple[Card, ...] = ()
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer that could not be given: to which finding, why not, and what was typed."""

    fingerprint: str = ""
    fault: str = ""
    typed: str = ""


NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A draft. Without its text (it is in the register, or never to be published) only its head and its history."""

    href: str
    revision: int
    title: str
    state: str
    state_label: str
    sentence: str
    by: str
    register: Link | None
    """The decision that it corrects, or became."""
    has_text: bool
    can_prepare: bool
    can_answer: bool
    can_edit: bool
    checks: tuple[Check, ...] = ()
    facts: tuple[FactRow, ...] = ()
    summary: MarkedRow | None = None
    rows: tuple[MarkedRow, ...] = ()
    remedies: tuple[str, ...] = ()
    outside: tuple[Card, ...] = ()
    outside_open: int = 0
    elsewhere: tuple[Card, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    doubts_accepted_by: str = ""
    findings: int = 0
    open_findings: int = 0
    first_open: int = 0
    next_open: Mapping[int, int] | None = None
    moves: MovesShown = NO_MOVES
    day: str = ""
    notes: tuple[NoteShown, ...] = ()
    history: tuple[HistoryLine, ...] = ()
    asked: Asked = NOTHING_ASKED


def make_draft(view: DraftView, person: Person | AnonymousUser, asked: Asked = NOTHING_ASKED) -> DraftPage:
    """The page. `asked` is what was just refused, if anything was."""
    draft, state = view.draft, STATES.get(view.state)
    prepares = may(person, "prepare")
    head: dict[str, Any] = {
        "href": draft.get_absolute_url(),
        "revision": view.revision,
        "title": title_of(view),
        "state": view.state,
        "state_label": state.label if state else "In the register",
        "sentence": state.sentence if state else "It was approved, and its text is in the register.",
        "by": draft.prepared_by,
        "register": Link(draft.decision.reference, f"/desk/decisions/{draft.decision.uid}") if draft.decision else None,
        "has_text": view.record is not None,
        "can_prepare": prepares,
        "can_answer": prepares and view.state in {"draft", "checking", "returned"},
        "can_edit": prepares and view.state in {"draft", "checking", "ready", "returned"},
        "history": make_history(view),
    }
    if view.record is None:
        return DraftPage(**head)
    return DraftPage(**head, **_body(view, view.record, person), asked=asked)


def draft_head(page: DraftPage) -> Head:
    """What the page says of itself."""
    return Head(page.title, trail=(HOME, Link("Drafts", "/desk/find?state=draft")))


def sub_head(page_title: str, view: DraftView) -> Head:
    """What a page below a draft's says of itself."""
    return Head(f"{page_title}: {title_of(view)}", trail=(HOME, Link(title_of(view), view.draft.get_absolute_url())))


def title_of(view: DraftView) -> str:
    """`Alderford Borough Council (21 000 001)`, with what is not known left out."""
    draft = view.draft
    body, reference = draft.organisation or "Draft", draft.reference
    return f"{body} ({reference})" if reference else f"{body} without a reference"


def _body(view: DraftView, record: DraftRecord, person: Person | AnonymousUser) -> dict[str, Any]:
    name = person.email if isinstance(person, Person) else ""
    cards = make_cards(_in_order(view, record), name)
    inside = [card for card in cards if not card.is_outside]
    by_number = {card.number: card for card in cards}
    marker = Marker(by_place(inside), {c.number: c.kind for c in cards})
    facts = tuple(_facts(record, marker, by_number))
    summary = _summary(record, marker, by_number)
    rows = make_rows(record.sections, marker, by_number)
    waiting = [card.number for card in inside if card.is_open or card.may_confirm]
    return {
        "checks": tuple(_check(one, view, waiting) for one in view.blockers),
        "facts": facts,
        "summary": summary,
        "rows": rows,
        "remedies": tuple(remedy_words(one) for one in with_read_remedies(record).remedies),
        "outside": tuple(card for card in cards if card.is_outside),
        "outside_open": sum(card.is_outside and card.is_open for card in cards),
        "elsewhere": tuple(card for card in cards if not card.is_outside and card.number not in marker.shown),
        "doubts": make_doubts(view.draft.doubts, record.sections),
        "doubts_accepted_by": view.draft.doubts_accepted_by,
        "findings": len(inside),
        "open_findings": sum(card.is_open or card.waits for card in inside),
        "first_open": waiting[0] if waiting else 0,
        "next_open": _following(waiting, len(inside)),
        "moves": make_moves(view, person),
        "day": _day(view),
        "notes": make_notes(view),
    }


def _in_order(view: DraftView, record: DraftRecord) -> list[AnsweredFinding]:
    """The findings in the order in which their places are shown, those of the file last."""
    order = {part.where: place for place, part in enumerate(parts_of(record))}
    return sorted(view.findings, key=lambda one: (one.outside, order.get(one.finding.where, -1), one.finding.start))


def _summary(record: DraftRecord, marker: Marker, cards: Mapping[int, Card]) -> MarkedRow:
    return MarkedRow(
        address="summary",
        label="the summary",
        mark="",
        printed="",
        spans=marker.spans("summary", record.summary),
        cards=_cards(["summary"], marker, cards),
    )


def _facts(record: DraftRecord, marker: Marker, cards: Mapping[int, Card]) -> Iterator[FactRow]:
    scheme = get_scheme()
    outcome = scheme.outcome(record.outcome) if record.outcome else None

    def row(label: str, *places: tuple[str, str], is_needed: bool = True) -> FactRow:
        values = tuple(marker.spans(where, text) for where, text in places if text)
        found = _cards([where for where, _ in places], marker, cards)
        return FactRow(label, values, found, is_missing=is_needed and not values)

    yield row("Reference", ("reference", record.reference))
    bodies = [(f"organisation {number}", one.name) for number, one in enumerate(record.organisations, 1)]
    yield row("Organisations" if len(bodies) > 1 else "Organisation", *bodies)
    yield row("Category", ("category", record.category), ("subcategory", record.subcategory or ""))
    yield row("Document type", ("", record.document_type))
    yield row("Outcome", ("", outcome.name if outcome else record.outcome or ""))
    yield row("Decision date", ("", format_date(record.decided_on) if record.decided_on else ""))
    others = [(f"also known as {number}", text) for number, text in enumerate(record.also_known_as, 1)]
    related = [(f"related {number}", text) for number, text in enumerate(record.related, 1)]
    further = [(f"further report {number}", text) for number, text in enumerate(record.further_reports, 1)]
    for label, places in (
        ("Other references", others),
        ("Published first", [("source address", record.source_url or "")]),
        ("Related", related),
        ("Further reports", further),
    ):
        if any(text for _, text in places):
            yield row(label, *places, is_needed=False)


def _cards(places: Sequence[str], marker: Marker, cards: Mapping[int, Card]) -> tuple[Card, ...]:
    return tuple(cards[number] for where in places for number in marker.numbers(where))


_PLACES = {
    "reference": "edit?at=facts#reference", "document-type": "edit?at=facts#document-type",
    "organisations": "edit?at=facts#organisations", "category": "edit?at=facts#place",
    "outcome": "edit?at=facts#outcome", "decided-on": "edit?at=facts#day", "summary": "edit?at=summary#summary",
    "text": "edit", "facts": "edit?at=facts", "calendar": "day",
}  # fmt: skip
_HERE = {"reading": "#doubts", "findings": "#findings", "file": "#file", "reviews": "#moves", "state": "#moves"}


def _check(blocker: Blocker, view: DraftView, waiting: Sequence[int]) -> Check:
    """What keeps it back, with the way to where it is put right."""
    if blocker.where == "findings" and waiting:
        href = f"#finding-{waiting[0]}"
    elif blocker.code == "decision-moved":
        href = f"{view.draft.get_absolute_url()}/changes"
    elif blocker.where in _PLACES:
        href = f"{view.draft.get_absolute_url()}/{_PLACES[blocker.where]}"
    else:
        href = _HERE.get(blocker.where, "#moves")
    return Check(blocker.message, href, blocker.stops)


def _following(waiting: Sequence[int], count: int) -> dict[int, int]:
    """For each finding the next one that waits for an answer; round to the first after the last."""
    following = {}
    for number in range(1, count + 1):
        after = next((one for one in waiting if one > number), waiting[0] if waiting else 0)
        following[number] = after if after != number else 0
    return following


def _day(view: DraftView) -> str:
    """When it will come out, as far as that can be told."""
    facts = view.facts
    if facts is None or view.draft.decision_id:
        return ""
    if facts.comes_out and facts.comes_out > facts.today:
        why = "the embargo ends then" if facts.comes_out == facts.embargo else "chosen"
        return f"Will appear on {format_date(facts.comes_out)} ({why}), once approved."
    return "Will appear at once when it is approved."
