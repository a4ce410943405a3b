"""Random orders of everything that people and time can do with decisions, and what must be true after each step.

The desk here has its own, simpler memory of what was done: what the register shows is compared with that.
"""

import copy
import datetime as dt
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from tests.build.draft import text
from upheld.editorial.actions import answer_finding as answers
from upheld.editorial.actions import never
from upheld.editorial.actions.approve import approve, approve_clean
from upheld.editorial.actions.delete_draft import delete_draft
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.actions.hold import hold, release
from upheld.editorial.actions.hold_draft import hold_draft, release_draft
from upheld.editorial.actions.open_review import close_review, hold_reviewed, open_review
from upheld.editorial.actions.redact import redact
from upheld.editorial.actions.replace_words import WordsNotFoundError, replace_words
from upheld.editorial.actions.schedule import schedule
from upheld.editorial.actions.send import make_ready, return_draft, send_for_check
from upheld.editorial.actions.start_draft import SOURCES, start_draft
from upheld.editorial.actions.take_up import take_up_version
from upheld.editorial.actions.withdraw import restore, withdraw
from upheld.editorial.models import Draft, DraftNote, DraftRevision, FindingAnswer, KnownWord, OpenReview
from upheld.editorial.queries.draft import get_draft
from upheld.editorial.queries.findings import examine_record
from upheld.editorial.queries.holds import find_hold
from upheld.editorial.rules import (
    MOVES,
    NEVER,
    OPEN,
    TAKEN,
    DuplicateDraftError,
    NeverError,
    NoSuchDraftError,
    NotPossibleError,
    NotYoursError,
    OvertakenError,
)
from upheld.journal.models import Entry
from upheld.register import rules as register
from upheld.register.actions.release_due import release_due
from upheld.register.models import Decision, Version
from upheld.register.queries.record import get_record
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

PEOPLE = ("wren@x.example", "finch@x.example", "heron@x.example", "owl@x.example")
REFERENCES = ("21 000 001", "21 000 002", "21 000 003")
NAMES = ("Tobias Quill", "Ottoline Brask")
SUMMARIES = (
    "Mrs B complained about her papers. The Council was at fault.",
    "Mrs B complained that the Council lost her letters.",
    "The Council took too long to answer Mrs B.",
    "Mrs B wrote to Tobias Quill about her papers.",
    "Mrs B met Ottoline Brask at the office of the Council.",
    "",
)
REFUSALS = (
    NotPossibleError, NotYoursError, OvertakenError, DuplicateDraftError, NeverError, NoSuchDraftError,
    answers.NoSuchFindingError, answers.AnswerError, WordsNotFoundError, register.RefusedError,
    register.OvertakenError,
)  # fmt: skip
_TABLES: tuple[Any, ...] = (
    Draft, DraftRevision, DraftNote, FindingAnswer, KnownWord, OpenReview, Decision, Version, Entry,
)  # fmt: skip
_NAMES = tuple(table._meta.db_table for table in _TABLES)
_BY_ITSELF = {("checking", "ready"), ("ready", "checking")}


class KilledError(Exception):
    """The process ended here."""


@dataclass
class Orders:
    """One random order: `step` does something and checks that nothing is as it must not be."""

    seed: int
    now: dt.datetime = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    kills: bool = True
    begins: bool = True
    log: list[str] = field(default_factory=list)
    never: set[str] = field(default_factory=set)
    withdrawn: set[int] = field(default_factory=set)
    held: set[int] = field(default_factory=set)
    erased: set[tuple[str, str]] = field(default_factory=set)  # reference, words
    cleared: set[str] = field(default_factory=set)
    days: dict[int, dt.date] = field(default_factory=dict)  # on which a decision may come out, once approved

    def __post_init__(self) -> None:
        self._snapshot: list[object] = []
        self.random = random.Random(self.seed)
        if self.begins:
            begin(self)

    def step(self) -> None:
        """One act of somebody, or some time. It may be refused, or killed in its middle: then nothing is changed."""
        self.now += dt.timedelta(hours=self.random.choice((1, 1, 1, 24, 24 * 20)))
        act = self.random.choice(ACTS)
        states, before = self._states(), self._snapshot or snapshot()
        self.log.append(f"{act.__name__} at {self.now:%d %b}")
        try:
            with self._maybe_killed():
                act(self)
        except (*REFUSALS, KilledError) as error:
            self.log[-1] += f": {type(error).__name__}"
        self._snapshot = snapshot()
        refused = self.log[-1].endswith("Error")
        assert not refused or self._snapshot == before, "what was refused left a trace"
        if self._snapshot != before or act is time_passes:
            self._check_moves(states)
            self._check_decisions()
            self._check_drafts()

    @contextmanager
    def _maybe_killed(self) -> Iterator[None]:
        if not self.kills or self.random.random() > 0.1:
            yield
            return
        left = self.random.randrange(1, 60)

        def count(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
            nonlocal left
            if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):  # those are the test's own: it lives on
                left -= 1
                if left == 0:
                    raise KilledError
            return execute(sql, *arguments)

        with connection.execute_wrapper(count):
            yield

    def from_here(self, seed: int) -> "Orders":
        """Another order that goes on from here: what was done before, and is remembered, is done once for many."""
        other = copy.deepcopy(self)
        other.seed, other.random = seed, random.Random(seed)
        return other

    def attempt(self, act: Callable[["Orders"], None]) -> None:
        """The act, and nothing where it is refused."""
        with suppress(*REFUSALS):
            act(self)

    # What must be true

    def _states(self) -> dict[str, dict[int, str]]:
        return {
            "draft": dict(Draft.objects.values_list("pk", "state")),
            "decision": dict(Decision.objects.values_list("pk", "state")),
        }

    def _check_moves(self, before: dict[str, dict[int, str]]) -> None:
        for of, states in self._states().items():
            for pk, state in states.items():
                old = before[of].get(pk)
                assert state in reachable(of, old), f"{of} {pk} went from {old} to {state}"

    def _check_decisions(self) -> None:
        today = self.now.date()
        for decision in Decision.objects.select_related("version"):
            if decision.state != register.PUBLISHED:
                continue
            assert decision.pk not in self.withdrawn, "what was withdrawn is public"
            assert decision.pk not in self.held, "what somebody holds is public"
            assert find_hold(decision.pk) is None
            assert decision.reference not in self.never, "what is never to be published is public"
            assert decision.pk in self.days, "what nobody approved is public"
            assert today >= self.days[decision.pk], "what is under embargo is public"
            reviews = OpenReview.objects.filter(reference_key=decision.reference_key, closed_at=None)
            assert not reviews.exists(), "what is being reviewed is public"
            self._check_findings(get_record(decision.pk), decision)

    def _check_findings(self, record: DecisionRecord, decision: Decision) -> None:
        given = list(FindingAnswer.objects.filter(decision=decision))
        confirmed = {one.fingerprint for one in given if one.confirmed_by and one.confirmed_by != one.by}
        own = {one.fingerprint for one in given if one.answer == "not-personal"}  # stays when the words are forgotten
        for finding in examine_record(record):
            passed = finding.words in self.cleared or finding.fingerprint in confirmed | own
            assert passed, f"“{finding.words}” is public, and nobody answered for it"

    def _check_drafts(self) -> None:
        for draft in Draft.objects.all():
            texts = list(DraftRevision.objects.filter(draft=draft).values_list("record", flat=True))
            assert bool(texts) == (draft.state not in (TAKEN, NEVER))
            assert draft.state != TAKEN or draft.approved_by not in draft.people
        for reference, words in self.erased:
            assert words not in everything_about(reference), f"“{words}” came back"

    # Who, which

    def person(self) -> str:
        return self.random.choice(PEOPLE)

    def other_person(self, than: tuple[str, ...]) -> str:
        """Mostly somebody else."""
        others = [one for one in PEOPLE if one not in than]
        return self.random.choice(others) if others and self.random.random() < 0.8 else self.person()

    def draft(self, *states: str) -> Draft:
        """Mostly one in these states."""
        drafts = list(Draft.objects.order_by("pk"))
        if not drafts:
            raise NoSuchDraftError
        wanted = [one for one in drafts if one.state in (states or OPEN)]
        return self.random.choice(wanted if wanted and self.random.random() < 0.9 else drafts)

    def revision(self, draft: Draft) -> int:
        return draft.revision if self.random.random() < 0.9 else max(1, draft.revision - 1)

    def decision(self, *states: str) -> Decision:
        """Mostly one in these states."""
        decisions = list(Decision.objects.order_by("pk"))
        if not decisions:
            raise NoSuchDraftError
        wanted = [one for one in decisions if one.state in states]
        return self.random.choice(wanted if wanted and self.random.random() < 0.9 else decisions)

    def record(self, reference: str) -> DecisionRecord:
        """A text, without words that were erased from this case: nobody types them again."""
        erased = {words for other, words in self.erased if other == reference}
        fitting = [one for one in SUMMARIES if not any(words in one for words in erased)]
        decided_on = self.random.choice((dt.date(2026, 1, 5), dt.date(2026, 2, 20), dt.date(2026, 3, 1)))
        summary = self.random.choice(fitting[:3] if self.random.random() < 0.6 else fitting)
        return text(reference, summary=summary, decided_on=decided_on)

    def approved(self, decision: Decision, chosen: dt.date | None) -> None:
        """From which day on it may be public, told by the scheme's delay and not by the register."""
        if decision.version_number == 1 and decision.decided_on:
            kind = get_scheme().document_type(decision.document_type)
            assert kind
            day = decision.decided_on + dt.timedelta(days=kind.delay_days)
            self.days[decision.pk] = max(day, chosen or day)


def reachable(of: str, state: str | None) -> set[str]:
    """Where a draft or decision may be after one act: one move, and what comes by itself after it."""
    edges = {
        (source, target)
        for move in MOVES
        if move.of == of
        for source in move.sources
        for target in move.targets or move.sources
        if move.targets or source == target
    }
    if of == "draft":
        edges = {(a, b) for a, b in edges if b not in (register.EMBARGOED, register.PUBLISHED)}
        edges |= {("ready", TAKEN), (None, "draft")}  # type: ignore[arg-type]
    else:
        edges |= {(None, register.EMBARGOED), (None, register.PUBLISHED)}  # type: ignore[arg-type]
    one = {state} | {b for a, b in edges if a == state} if state else {b for a, b in edges if a is None}
    if of == "decision":  # a review that is open holds what is approved, a hold ends in a release: two moves at once
        return {here for here in one if here}
    by_itself = {b for a, b in _BY_ITSELF if a in one} | ({"checking", "ready"} if state is None else set())
    return {here for here in one | by_itself | {b for a, b in _BY_ITSELF if a in by_itself} if here}


def snapshot() -> list[object]:
    """All that is kept, in rows as the database has them: a thousand orders look at it often."""
    with connection.cursor() as cursor:
        return [cursor.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in _NAMES]  # noqa: S608 - ours


def everything_about(reference: str) -> str:
    """All words kept about one case."""
    decisions = Version.objects.filter(decision__reference=reference)
    drafts = Draft.objects.filter(reference=reference)
    rows: list[object] = [*decisions.values(), *drafts.values()]
    rows += DraftRevision.objects.filter(draft__in=drafts).values()
    rows += DraftNote.objects.filter(draft__in=drafts).values()
    rows += FindingAnswer.objects.filter(draft__in=drafts).values()
    rows += FindingAnswer.objects.filter(decision__reference=reference).values()
    return repr(rows)


# What people and time can do


def start(on: Orders) -> None:
    reference = on.random.choice(REFERENCES)
    decision = Decision.objects.filter(reference=reference).first()
    source = on.random.choice(SOURCES)
    outside = {"file name": "Brask.docx"} if source == "file" and on.random.random() < 0.3 else {}
    doubts = ["a number is missing"] if source != "form" and on.random.random() < 0.2 else []
    record = on.record(reference)
    start_draft(record, by=on.person(), at=on.now, source=source, outside=outside, doubts=doubts, decision=decision)
    assert reference not in on.never, "what is never to be published was taken in"


def edit(on: Orders) -> None:
    draft = on.draft()
    edit_draft(draft.uid, on.revision(draft), on.record(draft.reference), by=on.person(), at=on.now)


def replace(on: Orders) -> None:
    draft = on.draft()
    replace_words(draft.uid, on.revision(draft), on.random.choice(NAMES), "Mr X", by=on.person(), at=on.now)


def answer(on: Orders) -> None:
    draft = on.draft("checking")
    found = get_draft(draft.uid, at=on.now).open_findings
    if not found:
        raise answers.NoSuchFindingError
    one, kind = on.random.choice(found).finding, on.random.choice(("not-personal", "necessary", "necessary"))
    answers.answer_finding(draft.uid, draft.revision, one.fingerprint, kind, "The law", by=on.person(), at=on.now)
    if kind == "not-personal":
        on.cleared.add(one.words)


def confirm(on: Orders) -> None:
    waiting = FindingAnswer.objects.filter(answer="necessary", confirmed_by="", draft__isnull=False).first()
    if waiting is None or waiting.draft is None:
        raise answers.NoSuchFindingError
    by = on.other_person((waiting.by,))
    answers.confirm_necessary(waiting.draft.uid, waiting.draft.revision, waiting.fingerprint, by=by, at=on.now)
    assert by != waiting.by


def accept(on: Orders) -> None:
    draft = on.draft()
    if draft.outside:
        answers.accept_file(draft.uid, draft.revision, by=on.person(), at=on.now)
    else:
        answers.accept_reading(draft.uid, draft.revision, by=on.person(), at=on.now)


def send(on: Orders) -> None:
    draft = on.draft("draft", "returned")
    send_for_check(draft.uid, on.revision(draft), by=on.person(), at=on.now)


def ready(on: Orders) -> None:
    draft = on.draft("checking")
    make_ready(draft.uid, on.revision(draft), by=on.person(), at=on.now)


def return_(on: Orders) -> None:
    draft = on.draft("checking", "ready")
    return_draft(draft.uid, on.revision(draft), ["facts"], "Look again", by=on.person(), at=on.now)


def approve_one(on: Orders) -> None:
    draft = on.draft("ready")
    chosen = on.random.choice((None, None, on.now.date() + dt.timedelta(days=30)))
    by, wanted = on.other_person(draft.people), chosen or draft.not_before
    decision = approve(draft.uid, on.revision(draft), by=by, at=on.now, not_before=chosen)
    on.approved(decision, wanted)


def approve_many(on: Orders) -> None:
    days = dict(Draft.objects.values_list("uid", "not_before"))
    for result in approve_clean(sorted(days), by=on.person(), at=on.now):
        if result.decision:
            on.approved(result.decision, days[result.uid])


def choose_day(on: Orders) -> None:
    day = on.random.choice((None, on.now.date() + dt.timedelta(days=20)))
    schedule(on.draft().uid, day, by=on.person(), at=on.now)


def hold_a_draft(on: Orders) -> None:
    hold_draft(on.draft().uid, by=on.person(), at=on.now)


def release_a_draft(on: Orders) -> None:
    release_draft(on.draft("held").uid, by=on.person(), at=on.now)


def propose(on: Orders) -> None:
    if on.random.random() < 0.7:
        raise NoSuchDraftError  # rare, or every case ends so
    never.propose_never(on.draft().uid, "no-consent", by=on.person(), at=on.now)


def agree(on: Orders) -> None:
    draft = Draft.objects.exclude(never_reason="").exclude(state=NEVER).first() or on.draft()
    by = on.other_person((draft.never_by,))
    never.agree_never(draft.uid, by=by, at=on.now)
    assert by != draft.never_by
    on.never.add(draft.reference)


def refuse(on: Orders) -> None:
    draft = Draft.objects.exclude(never_reason="").exclude(state=NEVER).first() or on.draft()
    never.refuse_never(draft.uid, by=on.person(), at=on.now)


def delete(on: Orders) -> None:
    draft = on.draft("draft", "returned")
    by = draft.prepared_by if on.random.random() < 0.5 else on.person()
    delete_draft(draft.uid, on.revision(draft), by=by, at=on.now)
    assert by == draft.prepared_by


def take_up(on: Orders) -> None:
    draft = on.draft()
    version = draft.decision.version_number if draft.decision else 1
    take_up_version(draft.uid, on.revision(draft), version, on.record(draft.reference), by=on.person(), at=on.now)


def hold_it(on: Orders) -> None:
    decision = on.decision("published", "embargoed", *(["held"] if on.random.random() < 0.3 else []))
    hold([decision.pk], by=on.person(), at=on.now)
    on.held.add(decision.pk)


def review_what_is_held(on: Orders) -> None:
    """A review from beginning to end of what somebody holds: the hold outlives it."""
    decision = on.decision("published")
    reference = get_scheme().pattern.parse(decision.reference)
    assert reference
    with transaction.atomic():  # refused or killed, all of it is taken back
        hold([decision.pk], by=on.person(), at=on.now)
        review = open_review(reference, "court", by=on.person(), at=on.now)
        close_review(review.pk, by=on.person(), at=on.now)
    on.held.add(decision.pk)


def release_it(on: Orders) -> None:
    decision = on.decision("held")
    release([decision.pk], by=on.person(), at=on.now)
    on.held.discard(decision.pk)


def withdraw_it(on: Orders) -> None:
    decision = on.decision("published", "held")
    withdraw([decision.pk], by=on.person(), at=on.now)
    on.withdrawn.add(decision.pk)


def restore_it(on: Orders) -> None:
    decision = on.decision("withdrawn")
    restore([decision.pk], by=on.person(), at=on.now)
    on.withdrawn.discard(decision.pk)


def redact_it(on: Orders) -> None:
    decision, words = on.decision("published", "held", "embargoed", "withdrawn"), on.random.choice(NAMES)
    try:
        redact(decision.pk, [words], "Mr X", by=on.person(), at=on.now)
    except LookupError as error:
        raise WordsNotFoundError from error
    on.erased.add((decision.reference, words))
    on.cleared.discard(words)


def open_one(on: Orders) -> None:
    """Often of what somebody holds: the hold must outlive the review."""
    held = sorted(Decision.objects.filter(pk__in=on.held).values_list("reference", flat=True))
    reference = get_scheme().pattern.parse(on.random.choice(held if held and on.random.random() < 0.5 else REFERENCES))
    assert reference
    open_review(reference, on.random.choice(("review", "court")), by=on.person(), at=on.now)


def close_one(on: Orders) -> None:
    reviews = list(OpenReview.objects.filter(closed_at=None).order_by("pk"))
    if not reviews:
        raise NoSuchDraftError
    review = on.random.choice([one for one in reviews if one.decision_id in on.held] or reviews)
    close_review(review.pk, by=on.person(), at=on.now)


def time_passes(on: Orders) -> None:
    hold_reviewed(by="the clock", at=on.now)
    release_due(by="the clock", at=on.now)


def begin(on: Orders) -> None:
    """Something for each case to begin with: mostly a decision, at least a draft."""
    for reference in REFERENCES:
        one = start_draft(on.record(reference), by=PEOPLE[0], at=on.now, source=on.random.choice(SOURCES))
        if one.state == "draft":
            one = send_for_check(one.uid, one.revision, by=PEOPLE[0], at=on.now)
        if one.state == "ready" and on.random.random() < 0.8:
            on.approved(approve(one.uid, one.revision, by=PEOPLE[1], at=on.now), None)


ACTS: tuple[Callable[[Orders], None], ...] = (
    *(start, start, edit, edit, replace, answer, answer, confirm, confirm, accept, send, send, ready, return_),
    *(approve_one, approve_one, approve_one, approve_many, choose_day, hold_a_draft, release_a_draft, take_up),
    *(propose, agree, agree, refuse, delete, hold_it, hold_it, release_it, release_it, withdraw_it, restore_it),
    *(review_what_is_held, redact_it, redact_it, open_one, close_one, close_one, time_passes, time_passes),
)
