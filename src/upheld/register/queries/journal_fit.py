"""Whether every version and every state of the register stands in the journal."""

from collections.abc import Iterator

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from upheld.journal.models import Entry
from upheld.register.models import Decision, Version
from upheld.register.rules import EMBARGOED, HELD, PUBLISHED, WITHDRAWN

_STATE_AFTER = {
    "decision.published": {PUBLISHED},
    "decision.released": {PUBLISHED, EMBARGOED},
    "decision.restored": {PUBLISHED},
    "decision.held": {HELD},
    "decision.withdrawn": {WITHDRAWN},
    "decision.embargoed": {EMBARGOED},
}
_SHOWN = 1_000
_FIRST = ("decision.published", "decision.embargoed")
_LATER = ("decision.corrected", "decision.redacted")


def list_unentered() -> Iterator[str]:
    """Every version and state without its entry, and every erased version without a redaction, as sentences."""
    for reference, number in _versions().values_list("decision__reference", "number")[:_SHOWN]:
        yield f"{reference}: version {number} has no entry in the journal"
    for reference, number in _erased().values_list("decision__reference", "number")[:_SHOWN]:
        yield f"{reference}: version {number} is erased, but no entry says so"
    entered = Entry.objects.filter(subject="decision", subject_id=OuterRef("pk"))
    for reference in Decision.objects.exclude(Exists(entered)).values_list("reference", flat=True)[:_SHOWN]:
        yield f"{reference}: not in the journal"
    yield from _states()


def _versions() -> QuerySet[Version]:
    of_decision = Entry.objects.filter(subject="decision", subject_id=OuterRef("decision_id"))
    first = of_decision.filter(kind__in=_FIRST)
    later = of_decision.filter(kind__in=_LATER, version=OuterRef("number"))
    missing = Q(number=1) & ~Exists(first) | Q(number__gt=1) & ~Exists(later)
    return Version.objects.filter(missing).order_by("decision_id", "number")


def _erased() -> QuerySet[Version]:
    redacted = Entry.objects.filter(subject="decision", subject_id=OuterRef("decision_id"), kind="decision.redacted")
    return Version.objects.exclude(erased_at=None).exclude(Exists(redacted.filter(at=OuterRef("erased_at"))))


def _states() -> Iterator[str]:
    """The last entry that moved a decision says the state it is in."""
    moves = Entry.objects.filter(subject="decision", kind__in=_STATE_AFTER)
    last = moves.values("subject_id").annotate(last=Max("number")).values("last")
    kinds = Entry.objects.filter(number__in=last).values_list("subject_id", "kind")
    states = dict(Decision.objects.values_list("pk", "state"))
    for decision_id, kind in kinds.iterator(2000):
        state = states.get(decision_id or 0, "missing")
        if state not in _STATE_AFTER[kind]:
            yield f"decision {decision_id}: is {state} after {kind}"
