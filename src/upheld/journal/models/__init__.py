"""The journal's tables."""

from upheld.journal.models.entry import Entry
from upheld.journal.models.seal import Seal

__all__ = ["Entry", "Seal"]
