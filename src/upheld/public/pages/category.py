"""A subject, at either level; and all subjects together."""

import datetime as dt
from dataclasses import dataclass

from upheld.ui.components import Counted, DecisionItem, Pagination
from upheld.ui.site import Link


@dataclass(frozen=True, slots=True)
class YearLink:
    """The decisions of one year. `year` is None for the link to all years."""

    year: int | None
    count: int
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ProminentDecisions:
    """The newest of what the scheme makes prominent, at most five, and the way to all `total` of them."""

    heading: str
    """`Recent public reports`."""
    noun: str
    """One of them in words, `public report`."""
    decisions: tuple[DecisionItem, ...]
    total: int
    href: str


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
class CategoryPage:
    """A category, a subcategory, or (at `/decisions`) the whole register.

    `title` is the heading, `Other: Children's care services` for a subcategory whose name says nothing alone. `parent`
    is the category of a subcategory. `back` leads from a list of all reports to the page of the subject.
    """

    title: str
    parent: Link | None
    total: int
    """Published decisions of every type here."""
    first: dt.date | None
    last: dt.date | None
    """The days of decision that `total` spans."""
    subcategories: tuple[Counted, ...]
    prominent: ProminentDecisions | None
    """None when there is none, on pages after the first, and when the list itself shows them."""
    listing: DecisionListing
    back: Link | None = None
