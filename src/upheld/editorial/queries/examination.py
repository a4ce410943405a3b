"""Examines decisions of the register as they stand, and tells what the examinations came to."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Sum

from upheld.analysis.identifiers import Finding, Known
from upheld.editorial.models import Examination, ExaminerCursor, FindingAnswer
from upheld.editorial.parts import parts_of
from upheld.editorial.queries.findings import examine_record
from upheld.editorial.queries.knowledge import get_knowledge, key_mark, seen_key
from upheld.editorial.rules import NECESSARY
from upheld.editorial.seen import numbers_of, words_to_learn
from upheld.journal.queries.entry import get_head
from upheld.register.models import Decision, DecisionOrganisation, Version
from upheld.register.models.decision import PUBLISHED
from upheld.register.queries.record import get_record, get_records, get_version_record
from upheld.register.records import DecisionRecord

NOTHING = -1


@dataclass(frozen=True)
class Examined:
    """What the examination of a decision came to, as it stood at that version in that state.

    `new` and `gone` are the words, as numbers, that published decisions have now and did not before, and the reverse.
    """

    decision_id: int
    version: int
    state: str
    open: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    new: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()

    @property
    def is_public(self) -> bool:
        """Whether it is published, so that its findings wait and its words count."""
        return self.state == PUBLISHED


@dataclass(frozen=True)
class Waiting:
    """A published decision with findings that nobody has answered: how many, and of which kinds."""

    uid: str
    reference: str
    organisation: str
    version: int
    open: int
    kinds: Mapping[str, int]
    examined_at: dt.datetime


@dataclass(frozen=True)
class PublishedFindings:
    """The findings of a published decision, those that nobody has answered first among equals: in order of the text."""

    open: tuple[Finding, ...]
    answered: tuple[Finding, ...]


def cursor() -> int:
    """The last journal entry that the examiner has followed; -1 when it has to begin anew."""
    row = ExaminerCursor.objects.filter(key=key_mark()).values_list("number", flat=True).first()
    return NOTHING if row is None or row > get_head() else row


def get_published_findings(decision_id: int) -> PublishedFindings:
    """What is found in the decision as it stands now."""
    found = examine_record(get_record(decision_id))
    answered = _answers([decision_id]).get(decision_id, frozenset())
    return PublishedFindings(
        tuple(one for one in found if one.fingerprint not in answered),
        tuple(one for one in found if one.fingerprint in answered),
    )


def list_waiting(limit: int = 50, after: int = 0) -> list[Waiting]:
    """The published decisions with the most open findings, from the one numbered `after` (from 0) on."""
    rows = Examination.objects.filter(open__gt=0, decision__state=PUBLISHED).select_related("decision")
    found = rows.order_by("-open", "decision_id")[after : after + limit]
    first = DecisionOrganisation.objects.filter(decision__in=[one.decision_id for one in found], position=0)
    bodies = dict(first.values_list("decision_id", "name"))
    return [
        Waiting(
            one.decision.uid, one.decision.reference, bodies.get(one.decision_id, ""), one.version, one.open, one.kinds,
            one.examined_at,
        )
        for one in found
    ]  # fmt: skip


def count_waiting_findings() -> tuple[int, int]:
    """How many published decisions have open findings, and how many findings that are."""
    rows = Examination.objects.filter(open__gt=0, decision__state=PUBLISHED)
    return rows.count(), rows.aggregate(all=Sum("open"))["all"] or 0


def examine_decisions(ids: Sequence[int], known: Known | None = None) -> Iterator[Examined]:
    """The decisions examined as they stand, one after the other, so that one may stop: nothing is written."""
    known = get_knowledge() if known is None else known
    learned = dict(Examination.objects.filter(decision__in=ids).values_list("decision_id", "learned"))
    answers = _answers(ids)
    decisions = Decision.objects.select_related("version").in_bulk(list(ids))
    records = get_records([pk for pk, decision in decisions.items() if decision.state == PUBLISHED])
    for pk, decision in decisions.items():
        if decision.state == PUBLISHED:
            yield _examined(decision, records[pk], learned.get(pk), answers.get(pk, frozenset()), known)
        else:
            gone = _words_of(decision, learned.get(pk), known)
            yield Examined(pk, decision.version_number, decision.state, gone=frozenset(gone))


def _examined(
    decision: Decision, record: DecisionRecord, learned: int | None, answers: frozenset[str], known: Known
) -> Examined:
    findings = examine_record(record, known=known)
    still_open = [one for one in findings if one.fingerprint not in answers]
    now, before = set(), set()
    if learned != decision.version_number:
        now, before = _numbers(record, findings), _words_of(decision, learned, known)
    return Examined(
        decision.pk, decision.version_number, decision.state, len(still_open),
        dict(Counter(one.kind for one in still_open)), frozenset(now - before), frozenset(before - now),
    )  # fmt: skip


def _words_of(decision: Decision, number: int | None, known: Known) -> set[int]:
    """The words that were learnt from that version; none where its text was erased since."""
    if number is None:
        return set()
    version = Version.objects.filter(decision=decision, number=number, content__isnull=False).first()
    if version is None:
        return set()
    record = get_version_record(decision, version)
    return _numbers(record, examine_record(record, known=known))


def _numbers(record: DecisionRecord, findings: Iterable[Finding]) -> set[int]:
    return numbers_of(words_to_learn(parts_of(record), findings), seen_key())


def _answers(ids: Sequence[int]) -> dict[int, frozenset[str]]:
    """The fingerprints that somebody answered, and where it needs two somebody else confirmed, by decision."""
    rows = FindingAnswer.objects.filter(decision__in=ids).exclude(answer=NECESSARY, confirmed_by="")
    found: dict[int, set[str]] = {}
    for decision, fingerprint in rows.values_list("decision", "fingerprint"):
        found.setdefault(decision or 0, set()).add(fingerprint)
    return {pk: frozenset(fingerprints) for pk, fingerprints in found.items()}
