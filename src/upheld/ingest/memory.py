"""Which references a run has met, and what stood under them: on disk, gone with the process; memory stays flat."""

import sqlite3
from collections.abc import Sequence

from upheld.ingest.candidate import Candidate
from upheld.ingest.found import Place
from upheld.ingest.plan import Seen

_Row = tuple[bytes, bytes, bool, int, int]


class RunMemory:
    """What this run has met so far. Holds fingerprints and places, no text."""

    def __init__(self, files: Sequence[str]) -> None:
        self._files = files
        self._numbers = {name: number for number, name in enumerate(files)}
        self._batch: dict[str, _Row] = {}
        self._kept = sqlite3.connect("", isolation_level=None)  # a nameless database: SQLite's own temporary file
        self._kept.execute("PRAGMA journal_mode = OFF")
        self._kept.execute("PRAGMA cache_size = -8000")
        self._kept.execute(
            "CREATE TABLE seen (key TEXT PRIMARY KEY, listed, whole, is_whole, file, line) WITHOUT ROWID"
        )

    def look(self, candidate: Candidate) -> Seen | None:
        """What this run has under one of the candidate's references; None if nothing, or only the less of the same."""
        for key in candidate.keys:
            row = self._batch.get(key) or self._find(key)
            if row and not _adds_to(candidate, row):
                return Seen(str(Place(self._files[row[3]], row[4])), _is_same(candidate, row))
        return None

    def is_in_batch(self, candidate: Candidate) -> bool:
        """Whether the batch being gathered has one of the candidate's references already."""
        return any(key in self._batch for key in candidate.keys)

    def add(self, candidate: Candidate) -> None:
        """Remembers the candidate's references."""
        digest = bytes.fromhex(candidate.content.digest)[:12]
        place = candidate.place
        row = (candidate.listed, digest, candidate.is_whole, self._numbers[place.file], place.line)
        self._batch |= dict.fromkeys(candidate.keys, row)

    def end_batch(self) -> None:
        """Moves what the batch met out of memory."""
        rows = [(key, *row) for key, row in self._batch.items()]
        self._kept.execute("BEGIN")
        self._kept.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._kept.execute("COMMIT")
        self._batch = {}

    def _find(self, key: str) -> _Row | None:
        row: _Row | None = self._kept.execute(
            "SELECT listed, whole, is_whole, file, line FROM seen WHERE key = ?", (key,)
        ).fetchone()
        return row


def _is_same(candidate: Candidate, row: _Row) -> bool:
    listed, digest, _, _, _ = row
    if candidate.is_whole:
        return bytes.fromhex(candidate.content.digest)[:12] == digest
    return candidate.listed == listed


def _adds_to(candidate: Candidate, row: _Row) -> bool:
    """The whole of what was only listed before is no repetition."""
    listed, _, was_whole, _, _ = row
    return candidate.is_whole and not was_whole and candidate.listed == listed
