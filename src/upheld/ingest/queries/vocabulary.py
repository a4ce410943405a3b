"""The words by which files are read: the scheme's, with the categories that the register has."""

from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.register.queries.category import list_categories
from upheld.scheme import get_scheme


def get_vocabulary() -> Vocabulary:
    """The words as they are now."""
    kept = [
        (category.parent.name, category.name) if category.parent else (category.name, None)
        for category in list_categories()
    ]
    return Vocabulary.of(get_scheme(), kept)
