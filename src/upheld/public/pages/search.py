"""The search page: the form, what was found, and help where nothing was."""

from dataclasses import dataclass

from upheld.ui.components import DecisionItem, FilterGroup, Pagination, Tag
from upheld.ui.site import Link


@dataclass(frozen=True, slots=True)
class SortChoice:
    """One order of the results. `value` is for the form, `href` for a link that needs no form."""

    value: str
    label: str
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with a field: its `id` in the form (`q`, `from`, `to`, `filters`) and a sentence."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What was asked, as it was typed. `groups` are the filters with counts, the chosen ones among them."""

    query: str
    decided_from: str
    decided_to: str
    groups: tuple[FilterGroup, ...]
    sorts: tuple[SortChoice, ...]
    errors: tuple[FieldError, ...] = ()

    def error(self, field: str) -> str:
        """The sentence for this field; empty when nothing is wrong with it."""
        return next((error.message for error in self.errors if error.field == field), "")


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`results` is None when the request was not understood (`form.errors` says why, status 400).

    `tags` are the chosen filters and dates, each with the address of the search without it; `clear` keeps the words
    and drops every filter. `summary` says in one sentence what was found: `31 decisions for “housing benefit”`. `note`
    says which part of the words was not used. `help` are sentences and `ways` links for when nothing was found.
    """

    form: SearchForm
    tags: tuple[Tag, ...]
    clear: str
    summary: str
    total: int
    results: tuple[DecisionItem, ...] | None
    pages: Pagination | None
    """None when nothing was found."""
    note: str
    help: tuple[str, ...]
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchPreparingPage:
    """The index is being made (503): what was typed is kept, and everything can be browsed meanwhile."""

    query: str
    again: str
    """The address of the same search."""
    ways: tuple[Link, ...]
