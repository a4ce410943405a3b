"""Keeps what was read from texts, so that each is read once. It is made from the register, and no part of it."""

from collections.abc import Iterator, Sequence

from django.db import transaction

from upheld.register.models import Decision, Reading, Version
from upheld.register.models.decision import IS_PUBLIC
from upheld.register.queries.reading import list_disagreeing, list_unkept
from upheld.register.reading import read_and_pack, seal
from upheld.register.second_reader import SecondReader

CHUNK = 500


def keep_readings(decision_ids: Sequence[int], reader: SecondReader | None = None) -> None:
    """Reads those of the texts of which no reading is kept, and forgets what was read of what is not published."""
    if fresh := list(_read(list_unkept(decision_ids), reader)):
        _keep(fresh)
    public = Decision.objects.filter(IS_PUBLIC, pk__in=decision_ids)  # of these alone: not of the whole register
    gone = Reading.objects.filter(decision__in=decision_ids).exclude(decision__in=public)
    if gone.exists():
        gone.delete()


def mend_readings() -> int:
    """Reads anew what does not agree with its text, and what is lacking. Gives how many did not agree."""
    wrong = sum(1 for _ in list_disagreeing())
    ids = list(Decision.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), CHUNK):
        keep_readings(ids[start : start + CHUNK])
    return wrong


def _read(decision_ids: Sequence[int], reader: SecondReader | None = None) -> Iterator[tuple[int, str, Reading]]:
    """The version that was read, the hash of its text, and what was read; not where its source says it."""
    rows = Decision.objects.filter(IS_PUBLIC, pk__in=decision_ids, version__content__isnull=False)
    columns = ("pk", "version_id", "version__content_hash", "version__content", "version__summary")
    found = list(rows.values_list(*columns))
    texts = [(content, summary) for *_, content, summary in found]
    read = reader.read(texts) if reader else [read_and_pack(*one) for one in texts]
    for (pk, version, digest, *_), packed in zip(found, read, strict=True):
        if packed is not None:
            yield version, digest, Reading(decision_id=pk, seal=seal(digest, packed), remedies=packed)


def _keep(fresh: Sequence[tuple[int, str, Reading]]) -> None:
    """Keeps what was read from texts that are still there: what a redaction has erased meanwhile must not come back.

    Whoever erases waits for this, or this for them: SQLite lets one write, PostgreSQL is asked to.
    """
    with transaction.atomic():
        versions = Version.objects.select_for_update().filter(pk__in=[version for version, _, _ in fresh])
        there = set(versions.values_list("pk", "content_hash"))
        kept = [reading for version, digest, reading in fresh if (version, digest) in there]
        Reading.objects.bulk_create(
            kept, update_conflicts=True, unique_fields=["decision"], update_fields=["seal", "remedies"]
        )
