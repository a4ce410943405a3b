"""Tantivy, the embedded engine: an index is a folder of files."""

from upheld.search.backends.tantivy.engine import TantivyEngine

__all__ = ["TantivyEngine"]
