"""Tantivy as an engine."""

from pathlib import Path

import tantivy

from upheld.search.backends.tantivy.failures import engine_failures
from upheld.search.backends.tantivy.reader import TantivyReader
from upheld.search.backends.tantivy.schema import FINGERPRINT, build_schema
from upheld.search.backends.tantivy.writer import TantivyWriter


class TantivyEngine:
    """Makes and opens indexes in folders."""

    fingerprint = FINGERPRINT

    def create(self, folder: Path) -> None:
        """Makes an empty index in an existing empty folder. Raises BrokenIndexError."""
        with engine_failures():
            tantivy.Index(build_schema(), str(folder), reuse=False)

    def open_reader(self, folder: Path) -> TantivyReader:
        """Opens an index for searching. Raises BrokenIndexError."""
        return TantivyReader(folder)

    def open_writer(self, folder: Path, memory_mb: int, *, bulk: bool, expected: int = 0) -> TantivyWriter:
        """Opens an index for writing. Raises BrokenIndexError."""
        return TantivyWriter(folder, memory_mb, bulk=bulk, expected=expected)
