"""The journal's tables."""

from upheld.journal.models.entry import Entry

__all__ = ["Entry"]
