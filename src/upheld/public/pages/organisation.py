"""One organisation: its names, its decisions, and counts of them."""

import datetime as dt
from dataclasses import dataclass

from upheld.public.pages.category import DecisionListing
from upheld.ui.components import Bar, Counted
from upheld.ui.site import Link


@dataclass(frozen=True, slots=True)
class YearRow:
    """The decisions of one year by outcome."""

    year: int
    bar: Bar
    href: str


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """`kind` in words or nothing; `names` are the other names it has gone by.

    `total` published decisions decided from `first` to `last` (None when no decision has a date). `outcomes` holds
    every outcome of the scheme, and "Outcome not stated" where a decision has none. No rates: counts only.
    """

    name: str
    kind: str
    names: tuple[str, ...]
    started_on: dt.date | None
    ended_on: dt.date | None
    successor: Link | None
    predecessors: tuple[Link, ...]
    total: int
    first: dt.date | None
    last: dt.date | None
    outcomes: Bar
    years: tuple[YearRow, ...]
    subjects: tuple[Counted, ...]
    listing: DecisionListing
    search: Link
    """A search within its decisions."""
