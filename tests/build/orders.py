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

from django.db import connection

from tests.build.acts import ACTS, PEOPLE, begin, time_passes
from tests.build.draft import text
from upheld.editorial.actions import answer_finding as answers
from upheld.editorial.actions.replace_words import WordsNotFoundError
from upheld.editorial.models import Draft, DraftNote, DraftRevision, FindingAnswer, KnownWord, OpenReview
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
from upheld.register.models import Decision, Version
from upheld.register.queries.record import get_record
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

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
