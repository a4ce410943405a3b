"""Who or what keeps a decision out of sight: a person, open reviews, or both."""

from collections.abc import Sequence

from django.db.models import Q

from upheld.editorial.models import OpenReview
from upheld.journal.models import Entry
from upheld.register.models import Decision

HOLD_ADDED, HOLD_LIFTED = "decision.hold-added", "decision.hold-lifted"
_ENDED = ("decision.released", "decision.published", "decision.restored", HOLD_LIFTED)
_KINDS = ("decision.held", HOLD_ADDED, *_ENDED)


def find_hold(decision_id: int) -> Entry | None:
    """The entry by which a person holds the decision now; None when nobody does, though a review may.

    What is withdrawn while somebody holds it is held again when it is restored, so the entry is given for that too.
    """
    rows = Entry.objects.filter(subject="decision", subject_id=decision_id, kind__in=_KINDS)
    last: Entry | None = rows.exclude(kind="decision.held", data__has_key="review").order_by("-number").first()
    return last if last and last.kind in ("decision.held", HOLD_ADDED) else None


def list_open_reviews(decision: Decision) -> Sequence[OpenReview]:
    """The open reviews of the decision, the oldest first; also those opened before it was taken in."""
    theirs = Q(decision=decision) | Q(reference_key__in=_keys(decision))
    return list(OpenReview.objects.filter(theirs, closed_at=None).order_by("opened_at", "pk"))


def list_reviews_of_reference(key: str) -> Sequence[OpenReview]:
    """The open reviews of the case with this reference, whether it is a decision, a draft or neither yet."""
    return list(OpenReview.objects.filter(reference_key=key, closed_at=None).order_by("opened_at", "pk"))


def list_all_reviews(*, closed: bool = False, limit: int = 200) -> Sequence[OpenReview]:
    """The open reviews, the oldest first; or those closed, the newest first."""
    rows = OpenReview.objects.select_related("decision", "draft").filter(closed_at__isnull=not closed)
    return list(rows.order_by("-closed_at" if closed else "opened_at", "pk")[:limit])


def _keys(decision: Decision) -> list[str]:
    return [key + suffix for key, suffix in decision.references.values_list("key", "suffix")]
