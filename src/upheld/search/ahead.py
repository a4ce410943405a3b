"""Loads what suggestions and spelling need, so that no reader has to wait for it."""

from pathlib import Path

from django.conf import settings

from upheld.search.spelling.spelling import load_words
from upheld.search.suggestions.suggesting import suggest


def load_ahead(folder: Path | None = None) -> None:
    """Reads the names that can be suggested, and what mistyped words are compared with."""
    place = folder or Path(settings.DATA_DIR) / "index"
    suggest("a name", folder=place)
    load_words(place)
