"""What an export will hold, told before it is made, without reading a word of text."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.public.exports.checksum import Checksum
from upheld.public.exports.selection import CHUNK, Selection
from upheld.register.content import read_facts
from upheld.register.models import Decision, Version
from upheld.register.models.decision import IS_PUBLIC, PUBLISHED


@dataclass(frozen=True, slots=True)
class Survey:
    """How many decisions, decided from which day to which, and the checksum of their rows."""

    decisions: int
    first: dt.date | None
    last: dt.date | None
    checksum: str


def survey(selection: Selection) -> Survey:
    """What the rows of the selection would be if they were read now."""
    checksum, first, last = Checksum(), None, None
    for start in range(0, len(selection.ids), CHUNK):
        ids = selection.ids[start : start + CHUNK]
        for reference, version, content_hash, day in (*_present(ids, selection), *_earlier(ids, selection)):
            checksum.add(reference, version, content_hash or "")
            first = min(first or day, day) if day else first
            last = max(last or day, day) if day else last
    return Survey(checksum.rows, first, last, str(checksum))


Line = tuple[str, int, str | None, dt.date | None]


def _present(ids: Sequence[int], selection: Selection) -> Iterator[Line]:
    rows = Decision.objects.filter(IS_PUBLIC, pk__in=[pk for pk in ids if pk not in selection.earlier])
    yield from rows.values_list("reference", "version_number", "version__content_hash", "decided_on")


def _earlier(ids: Sequence[int], selection: Selection) -> Iterator[Line]:
    wanted = {pk: selection.earlier[pk] for pk in ids if pk in selection.earlier}
    if not wanted:
        return
    rows = Version.objects.filter(decision__in=wanted, decision__state=PUBLISHED, content__isnull=False)
    for one in rows.select_related("decision"):
        if wanted[one.decision_id] == one.number:
            day = read_facts(one.content or "").decided_on
            yield one.decision.reference, one.number, one.content_hash, dt.date.fromisoformat(day) if day else None
