"""Opens and closes reviews: while one is open its decision is held, with its own date."""

import datetime as dt
from collections.abc import Sequence

from upheld.analysis.references import Reference
from upheld.editorial.models import Draft, OpenReview
from upheld.editorial.models.draft import IS_OPEN
from upheld.editorial.queries.holds import find_hold, list_open_reviews, list_reviews_of_reference
from upheld.journal.actions.append import NewEntry, append, writing
from upheld.register.actions.hold import hold, release
from upheld.register.models import Decision
from upheld.register.queries.reference import get_decision
from upheld.register.rules import EMBARGOED, HELD, PUBLISHED, Blocker, RefusedError
from upheld.scheme import get_scheme

REVIEW, COURT = "review", "court"
KINDS = {REVIEW: "Review", COURT: "Judicial review"}


def open_review(reference: Reference, kind: str, *, by: str, at: dt.datetime) -> OpenReview:
    """Opens a review of the case, which need not have been taken in yet. A decision that can be read is held at once.

    Raises RefusedError when one of this kind is open already.
    """
    key = reference.key + reference.suffix
    with writing():
        if any(one.kind == kind for one in list_reviews_of_reference(key)):
            raise RefusedError((Blocker(reference.printed, "review-open", f"has a {_name(kind)} open already"),))
        decision = get_decision(reference)
        draft = None if decision else Draft.objects.filter(IS_OPEN, reference_key=key).first()
        review = OpenReview.objects.create(
            reference=reference.printed, reference_key=key, decision=decision, draft=draft, kind=kind,
            opened_at=at, opened_by=by,
        )  # fmt: skip
        append([_entry("review.opened", review)], by=by, at=at)
        _hold(review, by=by, at=at)
    return review


def close_review(review_id: int, *, by: str, at: dt.datetime) -> bool:
    """Closes it. Gives whether the decision went back to where it was: not when something else keeps it held.

    Raises RefusedError when it is closed already.
    """
    with writing():
        review = OpenReview.objects.select_related("decision").get(pk=review_id)
        if OpenReview.objects.filter(pk=review_id, closed_at=None).update(closed_at=at, closed_by=by) != 1:
            raise RefusedError((Blocker(review.reference, "review-closed", f"has its {_name(review.kind)} closed"),))
        append([_entry("review.closed", review)], by=by, at=at)
        decision = review.decision
        if decision is None or decision.state != HELD or find_hold(decision.pk) or list_open_reviews(decision):
            return False
        release([decision.pk], by=by, at=at)
    return True


def hold_reviewed(*, by: str, at: dt.datetime) -> int:
    """Holds the decisions that were taken in although a review of their case is open. Gives how many."""
    waiting = OpenReview.objects.filter(closed_at=None, decision=None)
    taken = [(review, get_decision(reference)) for review in waiting if (reference := _reference(review))]
    found = [(review, decision) for review, decision in taken if decision]
    for review, decision in found:
        with writing():
            review.decision, review.draft = decision, None
            review.save(update_fields=["decision", "draft"])
            _hold(review, by=by, at=at)
    return len(found)


def _hold(review: OpenReview, *, by: str, at: dt.datetime) -> None:
    decision: Decision | None = review.decision
    if decision is None or decision.state not in (PUBLISHED, EMBARGOED):
        return
    hold([decision.pk], by=by, at=at, reason=_reason(review.kind), review=review.pk)
    review.held_by_it = True
    review.save(update_fields=["held_by_it"])


def _reason(kind: str) -> str:
    """The reason that goes by the kind's name where the scheme has it, else the scheme's first for a hold."""
    slugs: Sequence[str] = [reason.slug for reason in get_scheme().reasons_for("hold")]
    return kind if kind in slugs else slugs[0]


def _reference(review: OpenReview) -> Reference | None:
    return get_scheme().pattern.parse_printed(review.reference)


def _entry(kind: str, review: OpenReview) -> NewEntry:
    return NewEntry(kind, "review", review.pk, reason=review.kind, data={"decision": review.decision_id})


def _name(kind: str) -> str:
    return KINDS[kind].lower()
