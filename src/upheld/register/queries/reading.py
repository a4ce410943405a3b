"""What was read from texts and is kept."""

from collections.abc import Iterator, Mapping, Sequence

from upheld.analysis.remedy import Remedy
from upheld.register.content import Facts
from upheld.register.models import Decision, Reading, Version
from upheld.register.models.decision import IS_PUBLIC, PUBLISHED
from upheld.register.reading import seal, shown_remedies

_CHUNK = 2_000


def get_kept(hashes: Mapping[int, str | None]) -> dict[int, str]:
    """What was read of those of the decisions of which it is kept, packed; `hashes` has the text wanted of each.

    What was read from another text, or by another reader, is not given.
    """
    rows = Reading.objects.filter(decision__in=list(hashes)).values_list("decision_id", "seal", "remedies")
    return {pk: packed for pk, sealed, packed in rows if sealed == seal(hashes[pk] or "", packed)}


def get_remedies(version: Version, facts: Facts) -> tuple[Remedy, ...]:
    """The remedies of a version that says `facts`: those the source gave, else what was read, earlier or now."""
    pk = version.decision_id
    kept = None if facts.remedies else get_kept({pk: version.content_hash}).get(pk)
    return shown_remedies(facts, version.summary or "", kept)


def list_unkept(decision_ids: Sequence[int]) -> list[int]:
    """Those of the decisions that are published and of whose text no reading is kept."""
    rows = Decision.objects.filter(IS_PUBLIC, pk__in=decision_ids, version__content_hash__isnull=False)
    hashes = dict(rows.values_list("pk", "version__content_hash"))
    kept = get_kept(hashes)
    return [pk for pk in hashes if pk not in kept]


def list_disagreeing() -> Iterator[str]:
    """The references of decisions of which something is kept that is not of their present text, or that are not public.

    Means something only where the index has followed the journal to its head: it is what has texts read.
    """
    rows = Reading.objects.order_by("pk")
    columns = ("seal", "remedies", "decision__reference", "decision__state", "decision__version__content_hash")
    for sealed, packed, reference, state, digest in rows.values_list(*columns).iterator(_CHUNK):
        if state != PUBLISHED or sealed != seal(digest or "", packed):
            yield reference
