"""The parameters of a search: read from an address, and written back in one order."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from upheld.lib.dates import DateNotUnderstoodError, Span, parse_span
from upheld.public.addresses import page_number, with_pairs
from upheld.search import requests

FILTERS = tuple(requests.FILTERS)
TITLES = {
    "outcome": "Outcome",
    "type": "Document",
    "category": "Subject",
    "subcategory": "Narrower subject",
    "organisation": "Organisation",
    "kind": "Kind of organisation",
    "remedy": "What was put right",
}
SORTS = {"relevance": "Best match", "newest": "Newest first", "oldest": "Oldest first", "added": "Newly added"}
MOST_VALUES = 50
PAGE_SIZE = 10
MOST_CHOSEN = 100
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")  # XML has no way to write most of these
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{2,39}(?:[@.]v?[0-9]{1,4})?")


@dataclass(frozen=True)
class Place:
    """Where in a list a page begins.

    `at` is the number of the journal's entry that the list is as of. `after` and `before` are tokens that the search
    gave for the pages around one; without them the page is found by its number.
    """

    at: int | None = None
    page: int | None = 1
    after: str = ""
    before: str = ""

    @property
    def is_further(self) -> bool:
        """Whether it is another page than the first."""
        return self.page != 1 or bool(self.after or self.before)

    @property
    def as_one(self) -> str:
        """The place as the one value that a button can send, for the parameter `on`."""
        pairs = [("at", self.at), ("page", self.page), ("after", self.after), ("before", self.before)]
        return urlencode([(name, value) for name, value in pairs if value])


@dataclass(frozen=True)
class Asked:
    """A search as its address has it: words, chosen values by filter, dates as typed, order and place in the list.

    `refs` is a list of references as it was pasted; the search is then among those decisions. `chosen` are the
    references of decisions that were ticked on the way, for a pack: they narrow nothing.
    """

    query: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(FILTERS, ()))
    decided_from: str = ""
    decided_to: str = ""
    refs: str = ""
    sort: str = ""
    place: Place = Place()
    chosen: tuple[str, ...] = ()

    @property
    def order(self) -> str:
        """The order of results: what was chosen, else the best match first when there are words, else the newest."""
        return self.sort or ("relevance" if self.query else "newest")

    @property
    def chosen_filters(self) -> tuple[str, ...]:
        """The names of the filters that are chosen, `decided` for dates."""
        named = tuple(name for name in FILTERS if self.values.get(name))
        return (*named, "decided") if self.decided_from or self.decided_to else named

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter or date is chosen."""
        return bool(self.chosen_filters)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is looked for, as parameters: nothing of the order or of a place in the list."""
        pairs = [("q", self.query)]
        pairs += [(name, value) for name in FILTERS for value in self.values.get(name, ())]
        pairs += [("from", self.decided_from), ("to", self.decided_to), ("refs", self.refs)]
        return [pair for pair in pairs if pair[1]]

    @property
    def canonical(self) -> str:
        """The address of this search as everybody would write it: of its place only the page's number."""
        return replace(self, chosen=()).address()

    def address(self, path: str = "/search") -> str:
        """The address of this search, its parameters always in the same order. The place is the page's number alone."""
        page = str(self.place.page) if self.place.page not in {None, 1} else ""
        others = [("sort", self.sort), ("page", page), ("ref", ",".join(self.chosen))]
        return with_pairs(path, [*self.pairs, *[pair for pair in others if pair[1]]])

    def address_at(self, place: Place, path: str = "/search") -> str:
        """The address of another page of the very same list."""
        address = replace(self, place=place).address(path)
        own = [("at", place.at), ("after", place.after), ("before", place.before)]
        kept = urlencode([(name, value) for name, value in own if value])
        return f"{address}{'&' if '?' in address else '?'}{kept}" if kept else address

    def with_query(self, query: str) -> "Asked":
        """The same search for other words, from its first page."""
        return replace(self, query=query, place=Place())

    def without(self, name: str, value: str) -> "Asked":
        """The search without this value of a filter, from its first page."""
        left = tuple(one for one in self.values.get(name, ()) if one != value)
        return replace(self, values={**self.values, name: left}, place=Place())

    def without_filters(self) -> "Asked":
        """The search by its words, or its list of references, alone."""
        return Asked(query=self.query, refs=self.refs, sort=self.sort, chosen=self.chosen)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a field of the form."""

    field: str
    message: str


def read_search(parameters: QueryDict) -> Asked:
    """What the address asks for. Parameters that search does not know are not in it."""
    of_place = place_parameters(parameters)
    first, last = _in_order(squeeze(parameters.get("from", "")), squeeze(parameters.get("to", "")))
    return Asked(
        query=squeeze(parameters.get("q", "")),
        values={name: _values(parameters, name) for name in FILTERS},
        decided_from=first,
        decided_to=last,
        refs="\n".join(filter(None, map(squeeze, parameters.get("refs", "").splitlines()))),
        sort=squeeze(parameters.get("sort", "")),
        place=Place(
            at=_number(squeeze(of_place.get("at", ""))),
            page=page_number(squeeze(of_place.get("page", ""))),
            after=squeeze(of_place.get("after", "")),
            before=squeeze(of_place.get("before", "")),
        ),
        chosen=_chosen(parameters),
    )


def place_parameters(parameters: QueryDict) -> QueryDict:
    """The parameters that say where in the list one is, those that a button sent as one among them."""
    return QueryDict(parameters.get("on", "")) if parameters.get("on") else parameters


def read_dates(asked: Asked) -> tuple[dt.date | None, dt.date | None, tuple[Fault, ...]]:
    """The first and the last day asked for, and what is wrong with them. A year or month stands for all its days."""
    faults: list[Fault] = []
    first = _day(asked.decided_from, "from", lambda span: span.first, faults)
    last = _day(asked.decided_to, "to", lambda span: span.last, faults)
    return first, last, tuple(faults)


def _in_order(first: str, last: str) -> tuple[str, str]:
    """The days from and to which decisions are asked for, turned round where the last is before the first."""
    with suppress(DateNotUnderstoodError):
        if first and last and parse_span(first).first > parse_span(last).last:
            return last, first
    return first, last


def squeeze(text: str) -> str:
    """The text with single spaces; what no database or no feed takes, as the mark for what cannot be read."""
    return " ".join(_UNREADABLE.sub("\ufffd", text).split())


def _values(parameters: QueryDict, name: str) -> tuple[str, ...]:
    values = (squeeze(value).lower() for value in parameters.getlist(name))
    return tuple(dict.fromkeys(value for value in values if value))


def _chosen(parameters: QueryDict) -> tuple[str, ...]:
    """The ticked decisions by their references as slugs, perhaps with a version; what looks like none is left out."""
    slugs = (slug.strip().lower() for value in parameters.getlist("ref") for slug in value.split(","))
    return tuple(dict.fromkeys(slug for slug in slugs if _SLUG.fullmatch(slug)))[:MOST_CHOSEN]


def _number(text: str) -> int | None:
    """A journal's number; none where the text is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 15 else None


def _day(text: str, name: str, end: Callable[[Span], dt.date], faults: list[Fault]) -> dt.date | None:
    if not text:
        return None
    try:
        return end(parse_span(text))
    except DateNotUnderstoodError as error:
        faults.append(Fault(name, str(error)))
        return None
