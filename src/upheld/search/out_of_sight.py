"""What the index still holds though it was taken out of sight: nothing may find or count it while the index lags."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from upheld.journal.queries.chain import Head, get_chain_head
from upheld.search.engine import IndexReader
from upheld.search.queries.taken_down import REDACTED, list_taken_down, list_versions

NOTHING = Head(-1, "")


@dataclass(frozen=True, slots=True)
class _Known:
    """What was taken down from a cursor up to a head: whether words of it were erased, and how it may be found."""

    cursor: int = -1
    head: Head = NOTHING
    redacted: Mapping[int, bool] = field(default_factory=dict)
    allowed: Mapping[int, int | None] = field(default_factory=dict)


class OutOfSight:
    """What the journal took out of sight behind an index's cursor. Threads may share it."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._known = _Known()

    def strip(self, reader: IndexReader, cursor: int) -> IndexReader:
        """The reader without what must not be found: what is not published, or was redacted and is there as it was.

        It costs one look at the journal's head as long as nothing was taken down behind the cursor.
        """
        allowed = self._allowed(cursor)
        if not allowed:
            return reader
        there = reader.versions(tuple(allowed))
        hidden = [pk for pk, version in there.items() if version != allowed[pk]]
        return reader.without(hidden) if hidden else reader

    def _allowed(self, cursor: int) -> Mapping[int, int | None]:
        head, known = get_chain_head(), self._known
        if head.number <= cursor:
            return {}
        if (known.cursor, known.head) != (cursor, head):
            known = self._known = _read(known, cursor, head)
        return known.allowed


def _read(known: _Known, cursor: int, head: Head) -> _Known:
    """What was taken down up to the head. Of the journal only what is new is read: an import writes much of it."""
    goes_on = known.cursor == cursor and known.head.number < head.number
    redacted = dict(known.redacted) if goes_on else {}
    for pk, kind in list_taken_down(known.head.number if goes_on else cursor, head.number):
        redacted[pk] = redacted.get(pk, False) or kind == REDACTED
    return _Known(cursor, head, redacted, _allow(redacted))


def _allow(redacted: Mapping[int, bool]) -> Mapping[int, int | None]:
    """By decision the version in which it may be found, None for none; what is back as it was is left out."""
    versions = list_versions(tuple(redacted))
    return {pk: versions.get(pk) for pk, is_so in redacted.items() if is_so or pk not in versions}
