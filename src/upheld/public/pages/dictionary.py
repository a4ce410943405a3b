"""The data dictionary: what every column of a file of results means, and how a file is checked."""

from dataclasses import dataclass

from upheld.public.exports.checksum import METHOD, RECIPE
from upheld.public.exports.columns import COLUMNS, Column
from upheld.scheme import get_scheme
from upheld.ui.site import HOME, Head, Link


@dataclass(frozen=True, slots=True)
class Word:
    """A value with the slug that stands beside it, and what it means."""

    slug: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class DictionaryPage:
    """The columns in their order, the values of outcomes and document types, and how the checksum is worked out."""

    columns: tuple[Column, ...]
    outcomes: tuple[Word, ...]
    document_types: tuple[Word, ...]
    method: str
    recipe: str


def make_dictionary() -> DictionaryPage:
    """The page."""
    scheme = get_scheme()
    return DictionaryPage(
        columns=COLUMNS,
        outcomes=tuple(
            Word(one.slug, one.name, " ".join(filter(None, (one.explanation, one.includes)))) for one in scheme.outcomes
        ),
        document_types=tuple(Word(one.slug, one.name, one.explanation) for one in scheme.document_types),
        method=METHOD,
        recipe=RECIPE,
    )


def dictionary_head() -> Head:
    """What the page says of itself."""
    said = "What every column of a file of search results means, and how a file is checked."
    return Head("Data dictionary", said, "/search/dictionary", (HOME, Link("Search", "/search")))
