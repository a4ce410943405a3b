"""What the shared components are given: frozen dataclasses, made by pages, shown by macros of the same name."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from upheld.scheme import DocumentType, Outcome
from upheld.ui.site import Link

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces; True marks one that a search found."""


def plain(text: str) -> Pieces:
    """A text of which nothing is marked."""
    return ((text, False),)


@dataclass(frozen=True)
class DecisionItem:
    """One decision in a list. `organisation` is the name as printed, or the scheme's words for "not stated"."""

    organisation: str
    reference: str
    href: str
    document_type: DocumentType
    outcome: Outcome | None
    subject: str
    decided_on: dt.date | None
    summary: Pieces

    @property
    def length(self) -> int:
        """How many characters the summary has."""
        return sum(len(text) for text, _ in self.summary)


@dataclass(frozen=True)
class Choice:
    """One value of a filter; `count` is how many decisions choosing it would show, None when nothing was counted."""

    value: str
    label: str
    count: int | None
    is_chosen: bool = False


@dataclass(frozen=True)
class FilterGroup:
    """A filter with its choices. `name` is the parameter of the address; `notes` say what its counts count."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    is_open: bool = True
    notes: tuple[str, ...] = ()

    @property
    def chosen(self) -> int:
        """How many choices are chosen."""
        return sum(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True)
class Tag:
    """A chosen filter, and the address of the same search without it."""

    group: str
    label: str
    href: str


@dataclass(frozen=True)
class PageLink:
    """A page of a list; None stands for pages left out."""

    number: int | None
    href: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Pagination:
    """Where one is in a list, and the ways on. Empty addresses where there is nothing before or after."""

    first: int
    last: int
    total: int
    pages: tuple[PageLink, ...]
    previous: str = ""
    next: str = ""


def paginate(page: int, total: int, page_size: int, href: Callable[[int], str]) -> Pagination:
    """The pagination of `total` things, `page_size` a page, on page number `page` (from 1)."""
    last_page = max(1, -(-total // page_size))
    return Pagination(
        first=min(total, (page - 1) * page_size + 1),
        last=min(total, page * page_size),
        total=total,
        pages=tuple(_page_link(number, page, href) for number in _shown(page, last_page)),
        previous=href(page - 1) if page > 1 else "",
        next=href(page + 1) if page < last_page else "",
    )


def _page_link(number: int | None, page: int, href: Callable[[int], str]) -> PageLink:
    return PageLink(number, href(number) if number else "", number == page)


def _shown(page: int, last: int) -> Sequence[int | None]:
    """First, last and this page with its neighbours; a gap of one page is that page."""
    kept = sorted({1, last, page - 1, page, page + 1} & set(range(1, last + 1)))
    shown: list[int | None] = []
    for number in kept:
        before = next((one for one in reversed(shown) if one), 0)
        if number - before == 2:
            shown.append(number - 1)
        elif number - before > 2:
            shown.append(None)
        shown.append(number)
    return shown


@dataclass(frozen=True)
class Segment:
    """One outcome's part of a bar. `label` and `shape` are the outcome's; `href` leads to its decisions.

    `note` is a sentence about what the count counts, where the label does not say it.
    """

    label: str
    shape: str
    count: int
    href: str = ""
    note: str = ""


@dataclass(frozen=True)
class Placed:
    """A segment with its place along the bar, in hundredths of its length."""

    segment: Segment
    start: float
    share: float


@dataclass(frozen=True)
class Bar:
    """Counts by outcome as one stacked bar. `of` is the count a full bar stands for: its own total unless given."""

    name: str
    segments: tuple[Segment, ...]
    of: int | None = None

    @property
    def total(self) -> int:
        """How many decisions the bar shows."""
        return sum(segment.count for segment in self.segments)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be said beside the counts that are not 0."""
        return tuple(segment.note for segment in self.segments if segment.note and segment.count)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The segments that are not empty, laid end to end."""
        whole = max(self.of or self.total, 1)
        ends = [sum(one.count for one in self.segments[:place]) for place in range(len(self.segments))]
        return tuple(
            Placed(segment, round(100 * start / whole, 2), round(100 * segment.count / whole, 2))
            for segment, start in zip(self.segments, ends, strict=True)
            if segment.count
        )


@dataclass(frozen=True)
class Row:
    """A label and its value in a block of facts: words, a day, an outcome or links, whichever is given.

    `parts` are those of the words that do not break. `is_path` says that the links lead down to one thing.
    """

    label: str
    text: str = ""
    day: dt.date | None = None
    outcome: Outcome | None = None
    links: tuple[Link, ...] = ()
    is_path: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counted:
    """A link and how many decisions it leads to."""

    text: str
    href: str
    count: int
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """An organisation in the list of all; `also` are its other names, `note` says what became of it."""

    name: str
    href: str
    count: int
    also: tuple[str, ...] = ()
    note: str = ""

    @property
    def words(self) -> str:
        """All that may be typed to find it."""
        return " ".join((self.name, *self.also))


@dataclass(frozen=True)
class Letter:
    """The entries under one letter."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Cookie:
    """A cookie as the privacy pages describe it."""

    name: str
    purpose: str
    life: str
