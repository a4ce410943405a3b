"""Compares the index with the register: what `upheld check` tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.documents import CHUNK, load_documents, published_ids
from upheld.search.engine import Engine, Indexed, IndexReader
from upheld.search.errors import IndexNotReadyError
from upheld.search.generations import Generations


@dataclass(frozen=True)
class Difference:
    """A decision that the index lacks, has though it is not published (or twice), or knows otherwise."""

    decision_id: int
    problem: Literal["missing", "surplus", "stale"]


def inspect(folder: Path, engine: Engine | None = None) -> Iterator[Indexed]:
    """All decisions of the index in `folder`, by id. Raises IndexNotReadyError when there is no usable index."""
    return _open(folder, engine).entries()


def differences(folder: Path, engine: Engine | None = None) -> Iterator[Difference]:
    """Every decision that the index and the register disagree about, by id, comparing all that is indexed.

    Means something only where the index has followed the journal to its head. Raises IndexNotReadyError.
    """
    reader = _open(folder, engine)
    indexed = chain(reader.entries(), [None])
    entry = next(indexed)
    for decision_id, digest in _expected():
        while entry is not None and entry.decision_id < decision_id:
            yield Difference(entry.decision_id, "surplus")
            entry = next(indexed)
        if entry is None or entry.decision_id > decision_id:
            yield Difference(decision_id, "missing")
            continue
        if entry.digest != digest:
            yield Difference(decision_id, "stale")
        entry = next(indexed)
    yield from (Difference(one.decision_id, "surplus") for one in chain([entry], indexed) if one is not None)


def _open(folder: Path, engine: Engine | None) -> IndexReader:
    engine = engine or TantivyEngine()
    live = Generations(folder).live()
    if live is None or not live.was_made_by(engine.fingerprint):
        raise IndexNotReadyError("There is no usable search index; `upheld reindex` makes it")
    return engine.open_reader(live.folder)


def _expected() -> Iterator[tuple[int, int]]:
    after = 0
    while chunk := published_ids(after, CHUNK):
        yield from ((document.decision_id, document.digest) for document in load_documents(chunk))
        after = chunk[-1]
