"""Examines what is published, and learns its words: at the journal's pace, and never in the way of readers."""

import time
from collections.abc import Sequence

from upheld.analysis.identifiers import Known
from upheld.editorial.actions.keep_examinations import begin_anew, keep_examinations
from upheld.editorial.queries.examination import NOTHING, Examined, cursor, examine_decisions
from upheld.editorial.queries.knowledge import get_knowledge
from upheld.journal.models import Entry
from upheld.journal.queries.entry import list_after
from upheld.lib.clock import now

SECONDS = 0.25
"""So long at most one call works, one long decision aside."""
_ENTRIES = 200
_TOGETHER = 5
_STALE = 5.0  # seconds: what is learnt meanwhile changes little, and reading it again takes time
_KINDS = frozenset(
    {
        "decision.published", "decision.corrected", "decision.released", "decision.restored", "decision.described",
        "decision.held", "decision.withdrawn", "decision.redacted",
    }
)  # fmt: skip
_BY = "the examiner"


class Examiner:
    """Follows the journal. Its cursor stands in the database beside what it keeps, and moves in one transaction."""

    name = "examiner"

    def __init__(self, seconds: float = SECONDS) -> None:
        """`seconds` bounds the work of a call."""
        self._seconds = seconds
        self._known: Known | None = None
        self._known_at = 0.0

    def cursor(self) -> int:
        """The last entry it has applied, read afresh; -1 where it has to begin anew."""
        return cursor()

    def follow(self, head: int) -> None:
        """Applies some of the entries after its cursor, for as long as a call may work."""
        at = self.cursor()
        if at == NOTHING:
            begin_anew(by=_BY, at=now())
            at = 0
        entries = [entry for entry in list_after(at, _ENTRIES) if entry.number <= head]
        if entries:
            examined, upto = self._examine(entries)
            keep_examinations(examined, expected=at, upto=upto, by=_BY, at=now())

    def _examine(self, entries: Sequence[Entry]) -> tuple[list[Examined], int]:
        """What the decisions of the first entries came to, and the last of these entries."""
        until = time.monotonic() + self._seconds
        known = self._knowledge(anew=any(one.kind == "decision.redacted" for one in entries))
        wanted = list(dict.fromkeys(one.subject_id for one in entries if one.kind in _KINDS and one.subject_id))
        done: dict[int, Examined] = {}
        for start in range(0, len(wanted), _TOGETHER):
            for one in examine_decisions(wanted[start : start + _TOGETHER], known):
                done[one.decision_id] = one
                if time.monotonic() > until:
                    return list(done.values()), _reached(entries, set(wanted) - done.keys())
        return list(done.values()), entries[-1].number

    def _knowledge(self, *, anew: bool) -> Known:
        if self._known is None or anew or time.monotonic() > self._known_at + _STALE:
            self._known, self._known_at = get_knowledge(), time.monotonic()
        return self._known


def _reached(entries: Sequence[Entry], left: set[int]) -> int:
    """The last entry before the first of a decision that is still to be examined."""
    first = next((at for at, one in enumerate(entries) if one.subject_id in left and one.kind in _KINDS), len(entries))
    return entries[first - 1].number if first else entries[0].number - 1
