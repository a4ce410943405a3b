"""Which decisions were taken out of sight, by the journal, and which of them can be seen again."""

from collections.abc import Iterator, Mapping, Sequence

from upheld.journal.models import Entry
from upheld.register.models import Decision
from upheld.register.models.decision import IS_PUBLIC

REDACTED = "decision.redacted"
KINDS = ("decision.held", "decision.withdrawn", REDACTED)
"""What takes a decision, or words of it, out of sight."""
_SLICE = 500


def list_taken_down(after: int, upto: int) -> Iterator[tuple[int, str]]:
    """The ids of decisions that were taken down by entries after one number up to another, each with the kind."""
    rows = Entry.objects.filter(number__gt=after, number__lte=upto, kind__in=KINDS, subject_id__isnull=False)
    yield from ((pk, kind) for pk, kind in rows.values_list("subject_id", "kind") if pk is not None)


def list_versions(decision_ids: Sequence[int]) -> Mapping[int, int]:
    """The present versions of those that are published now."""
    versions: dict[int, int] = {}
    for start in range(0, len(decision_ids), _SLICE):
        rows = Decision.objects.filter(IS_PUBLIC, pk__in=decision_ids[start : start + _SLICE])
        versions |= dict(rows.values_list("pk", "version_number"))
    return versions
