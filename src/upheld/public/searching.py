"""The parameters of a search: read from an address, and written back in one order."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from upheld.lib.dates import DateNotUnderstoodError, Span, parse_span
from upheld.public.addresses import page_number, with_pairs

FILTERS = ("outcome", "type", "category", "subcategory", "organisation", "kind")
SORTS = {"relevance": "Best match", "newest": "Newest first", "oldest": "Oldest first", "added": "Newly added"}
MOST_VALUES = 50


@dataclass(frozen=True)
class Asked:
    """A search as its address has it: words, chosen values by filter, dates as typed, order and page."""

    query: str = ""
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    decided_from: str = ""
    decided_to: str = ""
    sort: str = ""
    page: int | None = 1

    @property
    def order(self) -> str:
        """The order of results: what was chosen, else the best match first when there are words, else the newest."""
        return self.sort or ("relevance" if self.query else "newest")

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter or date is chosen."""
        return any(self.values.values()) or bool(self.decided_from or self.decided_to)

    def address(self) -> str:
        """The address of this search, its parameters always in the same order."""
        pairs = [("q", self.query)]
        pairs += [(name, value) for name in FILTERS for value in self.values.get(name, ())]
        pairs += [("from", self.decided_from), ("to", self.decided_to), ("sort", self.sort)]
        pairs += [("page", str(self.page))] if self.page not in {None, 1} else []
        return with_pairs("/search", [pair for pair in pairs if pair[1]])

    def without(self, name: str, value: str) -> "Asked":
        """The search without this value of a filter, from its first page."""
        left = tuple(one for one in self.values.get(name, ()) if one != value)
        return replace(self, values=self.values | {name: left}, page=1)

    def without_filters(self) -> "Asked":
        """The search by its words alone."""
        return Asked(query=self.query, sort=self.sort)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a field of the form."""

    field: str
    message: str


def read_search(parameters: QueryDict) -> Asked:
    """What the address asks for. Parameters that search does not know are not in it."""
    return Asked(
        query=_words(parameters.get("q", "")),
        values={name: _values(parameters, name) for name in FILTERS},
        decided_from=_words(parameters.get("from", "")),
        decided_to=_words(parameters.get("to", "")),
        sort=_words(parameters.get("sort", "")),
        page=page_number(_words(parameters.get("page", ""))),
    )


def read_dates(asked: Asked) -> tuple[dt.date | None, dt.date | None, tuple[Fault, ...]]:
    """The first and the last day asked for, and what is wrong with them. A year or month stands for all its days."""
    faults: list[Fault] = []
    first = _day(asked.decided_from, "from", lambda span: span.first, faults)
    last = _day(asked.decided_to, "to", lambda span: span.last, faults)
    if first and last and first > last:
        faults.append(Fault("to", "The last day is before the first; change one of them"))
    return first, last, tuple(faults)


def _words(text: str) -> str:
    """The text with single spaces; a NUL, which no database takes, as the mark for what cannot be read."""
    return " ".join(text.replace("\x00", "\ufffd").split())


def _values(parameters: QueryDict, name: str) -> tuple[str, ...]:
    values = (_words(value).lower() for value in parameters.getlist(name))
    return tuple(dict.fromkeys(value for value in values if value))


def _day(text: str, name: str, end: Callable[[Span], dt.date], faults: list[Fault]) -> dt.date | None:
    if not text:
        return None
    try:
        return end(parse_span(text))
    except DateNotUnderstoodError as error:
        faults.append(Fault(name, str(error)))
        return None
