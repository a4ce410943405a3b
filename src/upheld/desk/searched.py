"""A search of the public site, as its words or its whole address say it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args
from urllib.parse import urlsplit

from django.http import QueryDict

from upheld.desk.components import Fault
from upheld.lib.dates import DateNotUnderstoodError, Span, parse_span
from upheld.search import QueryError, SearchRequest
from upheld.search.requests import FILTERS, Sort

LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Searched:
    """The search, and what was wrong with what was given for it."""

    request: SearchRequest
    faults: tuple[Fault, ...] = ()


def read_searched(given: str) -> Searched:
    """The search that the words, or an address of the search page, ask for."""
    text = given.replace("\x00", "\ufffd").strip()[:LONGEST]
    if not text.startswith(("http://", "https://", "/search?")):
        return Searched(SearchRequest(text=" ".join(text.split())))
    try:
        return _from_address(QueryDict(urlsplit(text).query))
    except (ValueError, QueryError, DateNotUnderstoodError):
        return Searched(SearchRequest(), (Fault("This address is not one of a search", "q"),))


def _from_address(asked: QueryDict) -> Searched:
    words, sort = " ".join(asked.get("q", "").replace("\x00", "\ufffd").split()), asked.get("sort", "")
    chosen: dict[str, Any] = {  # fields of the request that hold slugs
        field: tuple(value.lower() for value in asked.getlist(name) if value) for name, field in FILTERS.items()
    }
    request = SearchRequest(
        text=words,
        decided_from=_day(asked.get("from", ""), lambda span: span.first),
        decided_to=_day(asked.get("to", ""), lambda span: span.last),
        sort=sort if sort in get_args(Sort) else "relevance" if words else "newest",  # type: ignore[arg-type]  # one of them
        **chosen,
    )
    return Searched(request)


def _day(text: str, end: Callable[[Span], dt.date]) -> dt.date | None:
    return end(parse_span(text)) if text.strip() else None
