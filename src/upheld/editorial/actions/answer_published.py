"""Keeps what a person said to a finding in a decision that is public already."""

import datetime as dt
from collections import Counter

from upheld.analysis.identifiers import Finding
from upheld.editorial.models import Draft, Examination, FindingAnswer, KnownWord
from upheld.editorial.queries.examination import get_published_findings
from upheld.editorial.rules import ANSWERS, NECESSARY, NOT_KEPT, NOT_PERSONAL, Blocker, NotPossibleError, NotYoursError
from upheld.editorial.seen import fold_words
from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.models import Decision


def answer_published_finding(
    decision_id: int, fingerprint: str, answer: str, reason: str, *, by: str, at: dt.datetime
) -> None:
    """Answers an open finding of a published decision; “necessary” waits for a second person.

    Raises NotPossibleError where the finding is gone or answered, or “necessary” has no reason.
    """
    with writing():
        finding = _open_finding(decision_id, fingerprint)
        if answer not in ANSWERS:
            raise NotPossibleError(Blocker("answer", "Say whether it is not personal, or necessary", "findings"))
        if answer == NECESSARY and not reason.strip():
            raise NotPossibleError(Blocker("no-reason", "Give the reason why the words must stay", "findings"))
        FindingAnswer.objects.update_or_create(
            decision_id=decision_id,
            fingerprint=fingerprint,
            defaults={
                "kind": finding.kind, "answer": answer, "reason": reason.strip(), "by": by, "at": at,
                "confirmed_by": "", "confirmed_at": None,
            },
        )  # fmt: skip
        if answer == NOT_PERSONAL:
            words = {"words": fold_words(finding.words), "kind": finding.kind}
            KnownWord.objects.get_or_create(**words, defaults={"by": by, "at": at})
        _count_again(decision_id, at)
        append([_entry("finding.answered", decision_id, answer)], by=by, at=at)


def confirm_published_necessary(decision_id: int, fingerprint: str, *, by: str, at: dt.datetime) -> None:
    """Agrees, as a second person, that words of a published decision must stay.

    Raises NotPossibleError where nobody said so, NotYoursError where the same person did.
    """
    with writing():
        waiting = FindingAnswer.objects.filter(
            decision_id=decision_id, fingerprint=fingerprint, answer=NECESSARY, confirmed_by=""
        )
        found = waiting.first()
        if found is None:
            raise NotPossibleError(Blocker("nothing-to-confirm", "Nobody said that these words must stay", "findings"))
        if found.by.strip().casefold() == by.strip().casefold():
            raise NotYoursError("You said yourself that these words must stay; somebody else has to agree")
        waiting.update(confirmed_by=by, confirmed_at=at)
        _count_again(decision_id, at)
        append([_entry("finding.confirmed", decision_id, NECESSARY)], by=by, at=at)


def take_answers_along(draft: Draft, decision: Decision) -> None:
    """Lets what was answered in a draft hold for the decision that it becomes, inside `writing()`."""
    answers = draft.answers.exclude(answer=NOT_KEPT)
    newer = list(answers.values_list("fingerprint", flat=True))
    FindingAnswer.objects.filter(decision=decision, fingerprint__in=newer).delete()
    answers.update(draft=None, decision=decision)


def _open_finding(decision_id: int, fingerprint: str) -> Finding:
    findings = get_published_findings(decision_id).open
    found = next((one for one in findings if one.fingerprint == fingerprint), None)
    if found is None:
        raise NotPossibleError(
            Blocker("finding-gone", "These words are gone, or somebody answered already", "findings")
        )
    return found


def _count_again(decision_id: int, at: dt.datetime) -> None:
    left = get_published_findings(decision_id).open
    kinds = dict(Counter(one.kind for one in left))
    Examination.objects.filter(decision_id=decision_id).update(open=len(left), kinds=kinds, examined_at=at)


def _entry(kind: str, decision_id: int, answer: str) -> NewEntry:
    return NewEntry(kind, "examination", decision_id, reason=answer)
