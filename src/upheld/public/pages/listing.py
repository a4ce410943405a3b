"""A list of decisions: ten a page, newest first, by year."""

from collections.abc import Mapping
from dataclasses import dataclass

from upheld.lib.dates import format_date
from upheld.public.addresses import with_query
from upheld.public.queries.counts import Days
from upheld.public.queries.listing import list_ids
from upheld.public.queries.part import Part
from upheld.ui.components import DecisionItem, Pagination, paginate

PAGE_SIZE = 10


@dataclass(frozen=True, slots=True)
class YearLink:
    """The decisions of one year. `year` is None for the link to all years."""

    year: int | None
    count: int
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DecisionListing:
    """A list of decisions, ten a page, newest first; `pages.total` counts all of `noun` in it.

    `covers` says in words what the count covers: `decided from 5 April 2016 to 1 March 2026`, `decided in 2024`.
    """

    heading: str
    """`Recent statements`, or `Public reports` on the page of all of them."""
    noun: str
    """One of them in words: `statement`, `public report`, `decision`."""
    decisions: tuple[DecisionItem, ...]
    pages: Pagination
    covers: str
    years: tuple[YearLink, ...]
    """Newest first, `All years` before them; empty when there is only one year."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a reader chose of a list: a page, and perhaps a year and a document type."""

    page: int = 1
    year: int | None = None
    type: str = ""


def last_page(total: int) -> int:
    """The number of the last page of so many decisions."""
    return max(1, -(-total // PAGE_SIZE))


def page_ids(part: Part, page: int) -> list[int]:
    """The ids of the decisions on a page."""
    return list_ids(part, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)


def paginate_list(path: str, narrowing: Narrowing, total: int) -> Pagination:
    """The way through the list at `path`; its first page has no number in its address."""

    def href(number: int) -> str:
        return with_query(path, {"type": narrowing.type, "year": narrowing.year, "page": number if number > 1 else ""})

    return paginate(narrowing.page, total, PAGE_SIZE, href)


def year_links(path: str, narrowing: Narrowing, counts: Mapping[int, int], total: int) -> tuple[YearLink, ...]:
    """The years to narrow a list to, those without decisions left out."""
    years = {year: count for year, count in counts.items() if count}
    if len(years) < 2:
        return ()

    def href(year: int | None) -> str:
        return with_query(path, {"type": narrowing.type, "year": year})

    every = YearLink(None, total, href(None), narrowing.year is None)
    return (every, *(YearLink(year, n, href(year), narrowing.year == year) for year, n in sorted(years.items())[::-1]))


def covered(days: Days, year: int | None) -> str:
    """What a count covers, in words; nothing when no decision has a day."""
    if year is not None:
        return f"decided in {year}"
    if not days.first or not days.last:
        return ""
    first, last = format_date(days.first), format_date(days.last)
    return f"decided on {first}" if first == last else f"decided from {first} to {last}"
