"""Keeps the index in step with the journal."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import structlog
from django.conf import settings

from upheld.journal.models import Entry
from upheld.journal.queries.entry import get_head, list_after
from upheld.search.affected import affected_ids
from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.documents import CHUNK, load_documents, published_ids
from upheld.search.engine import BrokenIndexError, Engine, IndexWriter
from upheld.search.generations import NOTHING, Generation, Generations

log = structlog.get_logger()

BATCH = 5_000  # journal entries to a commit


class SearchFollower:
    """Applies the journal to the index in `folder`. All but `cursor` is for the holder of the followers' lock."""

    name = "search"

    def __init__(self, folder: Path, engine: Engine | None = None, memory_mb: int | None = None) -> None:
        """`memory_mb` bounds what the writer keeps before it writes to disk; by default the deployment's setting."""
        self._generations = Generations(folder)
        self._engine = engine or TantivyEngine()
        self._memory_mb = memory_mb or settings.INDEX_MEMORY_MB
        self._opens: Generation | None = None

    def cursor(self) -> int:
        """The last entry applied, read afresh; -1 while there is no usable index or a new one is wanted."""
        if self._generations.wanted() is not None:
            return NOTHING
        live = self._live()
        return live.cursor if live else NOTHING

    def follow(self, head: int) -> None:
        """Applies the entries after the cursor up to `head`; makes the index when there is none that can be used."""
        while (cursor := self.cursor()) < head:
            if cursor == NOTHING:
                self.rebuild()
            else:
                self._apply(list_after(cursor, BATCH))

    def rebuild(self) -> int:
        """Makes a new index beside the live one and puts it in its place. Gives how many decisions it holds."""
        wish, head = self._generations.wanted(), get_head()
        fresh = self._generations.begin()
        self._engine.create(fresh.folder)
        with self._engine.open_writer(fresh.folder, self._memory_mb, bulk=True) as writer:
            for chunk in _published():
                writer.put(load_documents(chunk))
            writer.commit()
        fresh.write_cursor(head)
        fresh.write_fingerprint(self._engine.fingerprint)
        self._generations.go_live(fresh)
        self._generations.fulfil(wish)
        return self._engine.open_reader(fresh.folder).size()

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

    def _apply(self, entries: Sequence[Entry]) -> None:
        live, ids = self._live(), affected_ids(entries)
        if live is None:
            return
        try:
            self._renew_all(live, ids)
        except BrokenIndexError:
            log.exception("search index cannot be written and is made again")
            self.rebuild()
            return
        if any(entry.kind == "decision.redacted" for entry in entries):
            # Deleted words stay in the engine's files until it merges them some day: only new files are free of them.
            self.rebuild()
        else:
            live.write_cursor(entries[-1].number)

    def _renew_all(self, live: Generation, ids: list[int]) -> None:
        if ids:
            with self._engine.open_writer(live.folder, self._memory_mb, bulk=len(ids) > CHUNK) as writer:
                _renew(writer, ids)
                writer.commit()

    def _live(self) -> Generation | None:
        """The live generation if this build can read it. That its files open is tried once for each."""
        live = self._generations.live()
        if live is None or not live.was_made_by(self._engine.fingerprint):
            return None
        if live != self._opens:
            try:
                self._engine.open_reader(live.folder)
            except BrokenIndexError:
                return None
            self._opens = live
        return live


def _renew(writer: IndexWriter, ids: list[int]) -> None:
    """Each decision as the register has it now: in the index when it is published, else not."""
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        documents = list(load_documents(chunk))
        writer.put(documents)
        writer.drop(sorted(set(chunk) - {document.decision_id for document in documents}))


def _published() -> Iterator[Sequence[int]]:
    after = 0
    while chunk := published_ids(after, CHUNK):
        yield chunk
        after = chunk[-1]
