"""What a reader asks of the search."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from upheld.search.errors import QueryError

Sort = Literal["relevance", "newest", "oldest", "added"]

FILTERS: Mapping[str, str] = {
    "outcome": "outcomes",
    "type": "types",
    "category": "categories",
    "subcategory": "subcategories",
    "organisation": "organisations",
    "kind": "kinds",
    "remedy": "remedies",
}
"""What readers can narrow a search by: the name in an address, and the field of the request."""
FACETS = ("outcome", "type", "category", "subcategory", "organisation", "kind")
MORE_FACETS = ("law", "provision", "remedy")

MAX_DEPTH = 10_000
MAX_PAGE_SIZE = 100
MAX_VALUES = 50
MAX_REFERENCES = 500
MAX_PLACE = 2_000  # characters of `after` and `before`


@dataclass(frozen=True)
class SearchRequest:
    """A whole search. Several values of one filter are alternatives; different filters narrow one another.

    `outcomes` and `types` are the scheme's slugs, `categories` and `organisations` their slugs, `kinds` the slugs of
    kinds of organisation. A subcategory is `category/subcategory`, or only the latter for that name in any category.
    `laws` are the slugs of laws that are cited, `care-act-2014`, or of their provisions, `care-act-2014/9`; `cites` are
    the references of decisions that are cited, each as key and suffix in one word; `references` are those that are
    looked for themselves, written alike: exactly these decisions. `remedies` are kinds of remedy. `counts` says what is
    counted: the filters, `law` (by `act|Care Act 2014`: kind and title), `provision` (by `care-act-2014/9`, laws among
    them) and `remedy`; `years` asks for counts by year and outcome.

    `at` asks for the list as of this journal number: only what had come into the index by then. `after` and `before`
    are places in the list, as results give them in `next` and `previous`; with one of them, `page` means nothing.

    Of a search that hardly anything has all words of, fewer are found in order of date than by relevance: what has
    most of them. `found_by` asks for what is found in that order, sorted by `sort`.
    """

    text: str = ""
    outcomes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    subcategories: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    decided_from: dt.date | None = None
    decided_to: dt.date | None = None
    sort: Sort = "relevance"
    found_by: Sort | None = None
    page: int = 1
    page_size: int = 10
    counts: tuple[str, ...] = FACETS
    years: bool = False
    at: int | None = None
    after: str = ""
    before: str = ""

    @property
    def offset(self) -> int:
        """How many results stand before this page."""
        return (self.page - 1) * self.page_size

    @property
    def filters(self) -> dict[str, tuple[str, ...]]:
        """The chosen values of each filter, by the name its counts go by where it has any."""
        return {
            "outcome": self.outcomes,
            "type": self.types,
            "category": self.categories,
            "subcategory": self.subcategories,
            "organisation": self.organisations,
            "kind": self.kinds,
            "laws": self.laws,
            "cites": self.cites,
            "remedy": self.remedies,
            "references": self.references,
        }


def check(request: SearchRequest) -> None:
    """Raises QueryError with a sentence for the reader when the request is outside what search offers."""
    if request.sort not in get_args(Sort):
        raise QueryError(f"Results can be sorted by {', '.join(get_args(Sort))}")
    if unknown := set(request.counts) - {*FACETS, *MORE_FACETS}:
        raise QueryError(f"Nothing can be counted by {', '.join(sorted(unknown))}")
    if not 1 <= request.page_size <= MAX_PAGE_SIZE:
        raise QueryError(f"A page holds 1 to {MAX_PAGE_SIZE} results")
    if request.page < 1:
        raise QueryError("Pages are numbered from 1")
    if request.after and request.before:
        raise QueryError("A page comes after a place in the list or before one, not both")
    if request.offset + request.page_size > MAX_DEPTH and not (request.after or request.before):
        raise QueryError(f"Only the first {MAX_DEPTH:,} results can be shown; narrow them by filters or dates")
    for name, values in request.filters.items():
        most = MAX_REFERENCES if name == "references" else MAX_VALUES
        if len(values) > most:
            raise QueryError(f"At most {most} values can be chosen for {name}")
