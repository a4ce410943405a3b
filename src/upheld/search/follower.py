"""Keeps the index in step with the journal."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import structlog
from django.conf import settings
from django.db import DatabaseError

from upheld.journal.models import Entry
from upheld.journal.queries.entry import get_head, list_after, list_of_kinds
from upheld.register.actions.keep_readings import keep_readings
from upheld.register.second_reader import SecondReader
from upheld.search.affected import affected_ids
from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.documents import CHUNK, count_published, last_id, load_documents, published_ids
from upheld.search.engine import BrokenIndexError, Engine, IndexWriter
from upheld.search.generations import NOTHING, Generation, Generations
from upheld.search.queries.taken_down import KINDS as TAKEN_DOWN

log = structlog.get_logger()

BATCH = 10_000  # journal entries to a commit
STEP = 50  # decisions that are taken in at first before it is looked what may not wait; then so many as are soon in
SOON = 0.25  # seconds that a step may take before the next is no larger


class SearchFollower:
    """Applies the journal to the index in `folder`. All but `cursor` is for the holder of the followers' lock."""

    name = "search"

    def __init__(self, folder: Path, engine: Engine | None = None, memory_mb: int | None = None) -> None:
        """`memory_mb` bounds what the writer keeps before it writes to disk; by default the deployment's setting."""
        self._generations = Generations(folder)
        self._engine = engine or TantivyEngine()
        self._memory_mb = memory_mb or settings.INDEX_MEMORY_MB
        self._usable: Generation | None = None

    def cursor(self) -> int:
        """The last entry applied, read afresh; -1 while there is no usable index or a new one is wanted."""
        if self._generations.wanted() is not None:
            return NOTHING
        live = self._live()
        return live.cursor if live else NOTHING

    def follow(self, head: int) -> None:
        """Applies the entries after the cursor up to `head`; makes the index when there is none that can be used."""
        while (cursor := self.cursor()) < head:
            live = self._live()
            if cursor == NOTHING or live is None:
                self.rebuild()
            else:
                self._go_on(live, cursor, head)

    def rebuild(self) -> int:
        """Makes a new index beside the live one and puts it in its place. Gives how many decisions it holds."""
        wish, head, live = self._generations.wanted(), get_head(), self._live()
        last = last_id()  # what comes later has entries after `head`, and comes in by them: not twice
        fresh = self._generations.begin()
        self._engine.create(fresh.folder)
        opened = self._engine.open_writer(fresh.folder, self._memory_mb, bulk=True, expected=count_published(last))
        with opened as writer, SecondReader() as reader:
            seen = head
            for chunk in _published(last):
                _read(chunk, reader)
                writer.put(load_documents(chunk))
                seen = self._keep_up(live, seen)
            writer.commit()
        fresh.write_cursor(self._bring_up(fresh, head) if live else head)
        fresh.write_fingerprint(self._engine.fingerprint)
        self._generations.go_live(fresh)
        self._generations.fulfil(wish)
        return self.size()

    def want_rebuild(self) -> None:
        """Asks whoever follows for a new index; until it is there, `cursor` says -1. Needs no lock."""
        self._generations.want_rebuild()

    def repair(self, decision_ids: Sequence[int]) -> None:
        """Puts these decisions into the index as the register has them now."""
        live = self._live()
        if live is None:
            self.rebuild()
            return
        self._generations.sweep()
        with self._engine.open_writer(live.folder, self._memory_mb, bulk=False) as writer:
            _renew(writer, list(decision_ids))
            writer.commit()

    def size(self) -> int:
        """How many decisions the index holds; 0 when there is none that can be used."""
        live = self._live()
        return self._engine.open_reader(live.folder).size() if live else 0

    def _go_on(self, live: Generation, cursor: int, head: int) -> None:
        cursor = _pass_by(live, cursor, head)
        try:
            erased = cursor < head and self._apply(live, cursor, head)
        except BrokenIndexError:
            log.exception("search index cannot be written and is made again")
            erased = True
        if erased:
            # Deleted words stay in the engine's files until it merges them some day: only new files are free of them.
            self.rebuild()

    def _apply(self, live: Generation, cursor: int, head: int) -> bool:
        """Applies batch after batch, up to a redaction, before which the cursor stays. Gives whether there was one."""
        much = head - cursor > CHUNK
        with self._engine.open_writer(live.folder, self._memory_mb, bulk=much) as writer, SecondReader() as reader:
            takedowns = _Takedowns(writer, cursor)
            while cursor < head and (entries := list_after(cursor, BATCH)):
                ids = affected_ids(entries)
                for step in _in_steps(ids):
                    takedowns.apply()
                    _renew(writer, step, reader)
                if ids:
                    writer.commit()
                if any(map(_erases, entries)):
                    return True
                cursor = entries[-1].number
                live.write_cursor(cursor)
        return False

    def _keep_up(self, live: Generation | None, seen: int) -> int:
        """What happens while a new index is made shows in the old one too; its cursor waits. Gives the last entry."""
        entries = list_after(seen, BATCH) if live else []
        if not live or not entries:
            return seen
        try:
            self._renew_all(live, affected_ids(entries))
        except BrokenIndexError:
            log.warning("search index cannot be written: what happens shows when the new one is there")
        return entries[-1].number

    def _bring_up(self, fresh: Generation, cursor: int) -> int:
        """Applies to a new index what happened while it was made. Gives up to where it may say so."""
        reached, erased = cursor, False
        while entries := list_after(reached, BATCH):
            self._renew_all(fresh, affected_ids(entries))
            reached, erased = entries[-1].number, erased or any(map(_erases, entries))
        return cursor if erased else reached

    def _renew_all(self, live: Generation, ids: list[int]) -> None:
        if ids:
            with self._engine.open_writer(live.folder, self._memory_mb, bulk=len(ids) > CHUNK) as writer:
                _renew(writer, ids)
                writer.commit()

    def _live(self) -> Generation | None:
        """The live generation if this build can read it. That it can be used is tried once for each."""
        live = self._generations.live()
        if live is None or not live.was_made_by(self._engine.fingerprint):
            return None
        if live != self._usable:
            if not self._can_be_used(live):
                return None
            self._usable = live
        return live

    def _can_be_used(self, live: Generation) -> bool:
        """Whether its files open, and it is not ahead of the journal, as after a restored backup."""
        try:
            self._engine.open_reader(live.folder)
        except BrokenIndexError:
            return False
        return NOTHING < live.cursor <= get_head()


class _Takedowns:
    """What was taken out of sight leaves the index at once, however much else waits to be taken in."""

    def __init__(self, writer: IndexWriter, cursor: int) -> None:
        self._writer, self._seen = writer, cursor

    def apply(self) -> None:
        """Commits what there was since this was called last; the cursor waits for the rest."""
        head = get_head()
        if ids := affected_ids(list_of_kinds(TAKEN_DOWN, after=self._seen)):
            _renew(self._writer, ids)
            self._writer.commit()
        self._seen = head


def _in_steps(ids: list[int]) -> Iterator[list[int]]:
    """All of them in pieces, each as large as can be taken in soon: every piece costs a dozen queries and a commit."""
    size = STEP
    while ids:
        began = time.monotonic()
        yield ids[:size]
        ids = ids[size:]
        took = time.monotonic() - began
        size = max(STEP, size // 2) if took > 2 * SOON else min(CHUNK, size * 2) if took < SOON else size


def _pass_by(live: Generation, cursor: int, head: int) -> int:
    """Passes batches that touch no decision, without opening the index: the desk writes many. Gives the cursor then."""
    while cursor < head and (entries := list_after(cursor, BATCH)) and not affected_ids(entries):
        cursor = entries[-1].number
        live.write_cursor(cursor)
    return cursor


def _erases(entry: Entry) -> bool:
    return entry.kind == "decision.redacted"


def _renew(writer: IndexWriter, ids: list[int], reader: SecondReader | None = None) -> None:
    """Each decision as the register has it now: in the index when it is published, else not."""
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        _read(chunk, reader)
        documents = list(load_documents(chunk))
        writer.put(documents)
        writer.drop(sorted(set(chunk) - {document.decision_id for document in documents}))


def _read(chunk: Sequence[int], reader: SecondReader | None) -> None:
    """Has the texts read that were not: what cannot be kept now is read again whenever it is asked for."""
    try:
        keep_readings(chunk, reader)
    except DatabaseError:
        log.warning("what was read from texts cannot be kept", decisions=len(chunk))


def _published(last: int) -> Iterator[Sequence[int]]:
    after = 0
    while chunk := published_ids(after, CHUNK, last):
        yield chunk
        after = chunk[-1]
