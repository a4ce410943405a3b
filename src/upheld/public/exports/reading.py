"""The rows of a selection, read from the register at the moment of sending."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from upheld.journal.queries.entry import get_head
from upheld.public.exports.checksum import Checksum
from upheld.public.exports.row import Row, read_rows
from upheld.public.exports.selection import Selection, list_then
from upheld.register.queries.standing import list_touched

CHUNK = 50


class Reading:
    """The rows of a selection, once, and then what was read.

    Each is as it stood at the selection's number, whatever is corrected while it is sent; what is withdrawn, held or
    erased meanwhile is left out and counts as removed. They are read in chunks, each to be sent before the next is
    asked for, so that no row waits in memory for a slow reader, and no transaction stays open.
    """

    def __init__(self, selection: Selection) -> None:
        """Nothing is read yet."""
        self.selection = selection
        self.checksum = Checksum()
        self._seen = selection.seen
        self._gone: set[int] = set()
        self._earlier = dict(selection.earlier)
        self._removed = set(selection.removed)

    def __iter__(self) -> Iterator[Sequence[Row]]:
        """The rows in chunks, in the selection's order; none is empty."""
        return filter(None, map(self._chunk, range(0, len(self.selection.ids), CHUNK)))

    def end(self) -> Mapping[str, Any]:
        """What was read: how many rows, their checksum, and what was removed since the number."""
        return {
            "decisions": self.checksum.rows,
            "checksum": str(self.checksum),
            "removed_since": sorted(self._removed),
        }

    def _chunk(self, start: int) -> list[Row]:
        ids = self.selection.ids[start : start + CHUNK]
        rows = self._read(ids)
        while self._learn(ids):
            rows = self._read(ids)
        for row in rows:
            self.checksum.add(row.decision.reference, row.version.number, row.version.content_hash or "")
        return rows

    def _read(self, ids: Sequence[int]) -> list[Row]:
        return list(read_rows([pk for pk in ids if pk not in self._gone], self._earlier))

    def _learn(self, ids: Sequence[int]) -> bool:
        """Takes note of what happened while it was read. Gives whether that touches these decisions."""
        head = get_head()
        if head == self._seen:
            return False
        touched = set(list_touched(self._seen))
        then = list_then(touched, self.selection.number)
        self._earlier |= then.earlier
        self._gone |= then.gone
        self._removed |= set(then.removed.values())
        self._seen = head
        return not touched.isdisjoint(ids)
