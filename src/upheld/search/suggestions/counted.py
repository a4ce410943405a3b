"""How many decisions there are of everything, as the index counts them: by that suggestions are put in order."""

from collections.abc import Mapping
from pathlib import Path

from upheld.analysis.law import get_catalogue
from upheld.search.errors import IndexNotReadyError, QueryError
from upheld.search.live import live_index
from upheld.search.requests import SearchRequest
from upheld.search.results import Counts
from upheld.search.searching import search

NO_INDEX = -1
_COUNTED = ("organisation", "category", "subcategory", "law")


def index_cursor(folder: Path) -> int:
    """The journal entry up to which the index surely knows everything; NO_INDEX while there is none."""
    try:
        return live_index(folder).current()[1]
    except IndexNotReadyError:
        return NO_INDEX


def count_everything(folder: Path) -> Counts:
    """Decisions by organisation, category, subcategory and law; nothing while there is no index."""
    try:
        return search(SearchRequest(page_size=1, counts=_COUNTED), folder=folder).counts
    except (IndexNotReadyError, QueryError):
        return {}


def is_cited(law: str, folder: Path) -> bool:
    """Whether a published decision cites the law of this slug."""
    try:
        return search(SearchRequest(laws=(law,), sort="newest", page_size=1, counts=()), folder=folder).total > 0
    except (IndexNotReadyError, QueryError):
        return False


def count_laws(counts: Counts) -> Mapping[str, tuple[str, int]]:
    """By slug, the title of each law and how many decisions cite it."""
    found: dict[str, tuple[str, int]] = {}
    for name, number in counts.get("law", {}).items():
        kind, _, title = name.partition("|")
        law = get_catalogue().get(kind, title)  # type: ignore[arg-type]  # the index was given a kind
        found[law.slug] = law.title, found.get(law.slug, ("", 0))[1] + number
    return found
