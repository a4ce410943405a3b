"""A draft as the gate sees it: its findings with the answers given, and all that keeps it back."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import Length

from upheld.analysis.identifiers import Finding
from upheld.editorial import rules
from upheld.editorial.models import Draft, FindingAnswer, OpenReview
from upheld.editorial.models.draft import IS_OPEN, OPEN_STATES
from upheld.editorial.parts import is_outside
from upheld.editorial.queries.findings import examine_both
from upheld.editorial.queries.knowledge import Uncleared, get_knowledge
from upheld.editorial.records import DraftTextError, as_decision, key_of, reference_of, text_hash
from upheld.editorial.rules import Blocker, Facts
from upheld.register.content import ContentError, prepare
from upheld.register.models import Decision
from upheld.register.queries.reference import list_taken
from upheld.register.queries.same_text import list_same_summary
from upheld.register.records import DecisionRecord
from upheld.register.rules import blocker_for, embargo_day
from upheld.scheme import Scheme, get_scheme


@dataclass(frozen=True)
class AnsweredFinding:
    """A finding and what a person said to it. One that is `necessary` counts when a second person has confirmed it."""

    finding: Finding
    outside: bool
    answer: str = ""
    reason: str = ""
    by: str = ""
    confirmed_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it."""
        return not self.answer

    @property
    def is_unconfirmed(self) -> bool:
        """Whether it waits for a second person."""
        return self.answer == rules.NECESSARY and not self.confirmed_by


@dataclass(frozen=True)
class Checked:
    """What the gate says to a draft now."""

    findings: tuple[AnsweredFinding, ...]
    facts: Facts
    blockers: tuple[Blocker, ...]
    answers: int

    @property
    def passes(self) -> bool:
        """Whether nothing but the approval of a second person keeps it back."""
        return not rules.stopping(self.blockers)

    @property
    def open_findings(self) -> int:
        """How many findings wait for an answer, or for its confirmation."""
        return sum(one.is_open or one.is_unconfirmed for one in self.findings)


def check(draft: Draft, record: DecisionRecord, today: dt.date, namesakes: Sequence[Draft] | None = None) -> Checked:
    """Looks through everything again: nothing of this is kept, so nothing of it can be out of date.

    Whoever has just read the `namesakes` of this record, where nobody else can write, need not have them read again.
    """
    answers = tuple(draft.answers.all())
    findings = _answered(draft, record, answers)
    facts = _facts(draft, record, findings, today, find_namesakes(record) if namesakes is None else namesakes)
    return Checked(findings, facts, rules.publication_blockers(facts), len(answers))


def examine_ahead(draft: Draft, record: DecisionRecord) -> None:
    """Examines a draft before anybody has to wait for it: `check` finds the same text examined already."""
    examine_both(record, draft.outside, Uncleared(get_knowledge()))


def _answered(draft: Draft, record: DecisionRecord, answers: Sequence[FindingAnswer]) -> tuple[AnsweredFinding, ...]:
    """The findings, and those that this draft's own answers cleared: who approves it has to see them."""
    known = get_knowledge()
    inside, outside = examine_both(record, draft.outside, Uncleared(known))
    given = {answer.fingerprint: answer for answer in answers}
    found = (_with_answer(finding, given) for finding in (*inside, *outside))
    return tuple(one for one in found if one.answer or not known.is_cleared(one.finding.words, one.finding.kind))


def _with_answer(finding: Finding, given: dict[str, FindingAnswer]) -> AnsweredFinding:
    outside = is_outside(finding.where)
    answer = given.get(finding.fingerprint)
    if answer is None or (answer.answer == rules.NOT_KEPT) != outside:
        return AnsweredFinding(finding, outside)
    return AnsweredFinding(finding, outside, answer.answer, answer.reason, answer.by, answer.confirmed_by)


def _facts(
    draft: Draft,
    record: DecisionRecord,
    findings: Sequence[AnsweredFinding],
    today: dt.date,
    namesakes: Sequence[Draft],
) -> Facts:
    scheme = get_scheme()
    reference = reference_of(record.reference)
    kind = scheme.document_type(record.document_type)
    embargo = _embargo(draft, record, scheme)
    days = [day for day in (embargo, draft.not_before) if day]
    decision = draft.decision
    return Facts(
        state=draft.state,
        today=today,
        reference=record.reference,
        reference_fits=reference is not None,
        reference_example=scheme.reference.example,
        has_summary=bool(record.summary.strip()),
        has_text=any(section.blocks for section in record.sections),
        has_outcome=record.outcome is not None and scheme.outcome(record.outcome) is not None,
        has_category=bool(record.category),
        has_organisation=bool(record.organisations),
        has_day=record.decided_on is not None,
        document_type_fits=kind is not None,
        misfit=_misfit(draft, record, scheme),
        doubts=0 if draft.doubts_accepted_by else len(draft.doubts),
        open_findings=sum(one.is_open and not one.outside for one in findings),
        open_outside=sum(one.is_open and one.outside for one in findings),
        unconfirmed=sum(one.is_unconfirmed for one in findings),
        comes_out=max(days, default=None) if decision is None else None,
        embargo=embargo,
        reviews=_reviews(draft, record),
        duplicate=_duplicate(draft, record, namesakes),
        same_text=_same_text(draft, record),
        never=_never(draft, namesakes, scheme),
        proposed_never=bool(draft.never_reason) and draft.state != rules.NEVER,
        correction=_correction(decision),
        moved=decision is not None and decision.version_number != draft.base_version,
        unchanged=decision is not None and says(record, decision, scheme) and not fills_in(record, decision),
        people=draft.people,
    )


def _embargo(draft: Draft, record: DecisionRecord, scheme: Scheme) -> dt.date | None:
    """The first day on which it may come out; None where no embargo binds, or no day can be told."""
    kind = scheme.document_type(record.document_type)
    if not scheme.official or draft.decision is not None or kind is None or record.decided_on is None:
        return None
    return embargo_day(record.decided_on, kind.delay_days, record.published_on)


def _misfit(draft: Draft, record: DecisionRecord, scheme: Scheme) -> str:
    """What the scheme says to it that no other blocker says."""
    if not (record.category and reference_of(record.reference) and scheme.document_type(record.document_type)):
        return ""
    if record.outcome is not None and scheme.outcome(record.outcome) is None:
        return ""
    try:
        content = prepare(as_decision(record), scheme)
    except (ContentError, DraftTextError) as error:
        return _sentence(str(error))
    if draft.decision and key_of(content.reference) != draft.decision.reference_key:
        return f"Give it the reference {draft.decision.reference}: it is a correction of that decision"
    return ""


def _reviews(draft: Draft, record: DecisionRecord) -> tuple[str, ...]:
    """The kinds of reviews open of its case. A correction may go through: while one is open its decision is held."""
    if draft.decision is not None:
        return ()
    keys = [key_of(one) for one in map(reference_of, _own_references(record)) if one]
    rows = OpenReview.objects.filter(Q(draft=draft) | Q(reference_key__in=keys), closed_at=None)
    return tuple(rows.order_by("kind").values_list("kind", flat=True).distinct())


def _own_references(record: DecisionRecord) -> list[str]:
    return [record.reference, *record.also_known_as]


def _duplicate(draft: Draft, record: DecisionRecord, namesakes: Sequence[Draft]) -> str:
    """Who else goes by one of its references: a decision, or another draft that waits."""
    references = [one for one in map(reference_of, _own_references(record)) if one]
    taken = list_taken(references)
    others = {pk for pk in taken.values() if pk != draft.decision_id}
    if others:
        decision = Decision.objects.filter(pk__in=others).order_by("pk")[0]
        return f"{decision.reference} is in the register already"
    other = waiting_of(namesakes, draft.pk)
    return f"Another draft of {other.reference} waits" if other else ""


def keys_of(record: DecisionRecord) -> set[str]:
    """The keys of all references that the record goes by."""
    return {key_of(one) for one in map(reference_of, _own_references(record)) if one}


def find_namesakes(record: DecisionRecord) -> list[Draft]:
    """The drafts, in any state, that go by one of the record's references, the oldest first."""
    keys = keys_of(record)
    if not keys:
        return []
    rows = Draft.objects.alias(size=Length("other_keys")).filter(_goes_by(keys))
    return sorted(rows, key=lambda draft: draft.pk)


def waiting_of(namesakes: Iterable[Draft], but: int | None = None) -> Draft | None:
    """The open draft among them, other than `but`; None if there is none."""
    return next((one for one in namesakes if one.state in OPEN_STATES and one.pk != but), None)


def never_of(namesakes: Iterable[Draft]) -> Draft | None:
    """The one among them by which their case is never to be published; None if there is none."""
    return next((one for one in namesakes if one.state == rules.NEVER), None)


def _goes_by(keys: Collection[str]) -> Q:
    """By its own reference, or by another that it has: few have one, and an index of sizes finds those."""
    others = Q()
    for key in keys:
        others |= Q(other_keys__contains=f"\n{key}\n")
    return Q(reference_key__in=keys) | (Q(size__gt=1) & others)


def _never(draft: Draft, namesakes: Sequence[Draft], scheme: Scheme) -> str:
    found = never_of(namesakes)
    return never_label(found.never_reason, scheme) if found and found.pk != draft.pk else ""


def never_label(slug: str, scheme: Scheme) -> str:
    """What the scheme calls a reason never to publish."""
    reason = scheme.never_reason(slug)
    return reason.label if reason else slug


def _same_text(draft: Draft, record: DecisionRecord) -> str:
    """Which other draft or decision says word for word the same."""
    own = text_hash(record)
    if not own:
        return ""
    if other := Draft.objects.filter(IS_OPEN, text_hash=own).exclude(pk=draft.pk).first():
        return f"the draft of {other.reference}" if other.reference else "another draft"
    for decision_id, found in list_same_summary(record.summary):
        if decision_id != draft.decision_id and text_hash(found) == own:
            return found.reference
    return ""


def _correction(decision: Decision | None) -> str:
    blocker = blocker_for("correct", reference=decision.reference, state=decision.state) if decision else None
    return str(blocker) if blocker else ""


def says(record: DecisionRecord, decision: Decision, scheme: Scheme) -> bool:
    """Whether the decision says word for word what the record does, whatever stands beside the text."""
    try:
        return prepare(as_decision(record), scheme).digest == decision.version.content_hash
    except (ContentError, DraftTextError):
        return False


def fills_in(record: DecisionRecord, decision: Decision) -> bool:
    """Whether the record gives something beside the text that the decision has not: its source, what is related."""
    given = ((record.source_url, decision.source_url), (list(record.related), list(decision.related)),
             (record.satisfied_on, decision.satisfied_on))  # fmt: skip
    return any(value and value != present for value, present in given)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
