"""Which parts of a search hold for one decision, and at what place of the list it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from upheld.search.language.tree import Field, Not
from upheld.search.language.writing import to_text
from upheld.search.parts import Part, parts_of
from upheld.search.requests import FILTERS, SearchRequest
from upheld.search.searching import search
from upheld.search.walking import walk

MOST_PLACES = 10_000
WITHIN = "within"
"""The name of words that must stand in a section."""
_FILTERS = (*FILTERS.values(), "laws", "cites")


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of what was typed, or with `is_filter` a filter with its values.

    `name` is that of the filter, or of the field of the query, that it is; empty where it is words, WITHIN where these
    must stand in a section.
    """

    text: str
    holds: bool
    name: str = ""
    is_filter: bool = False


def list_conditions(request: SearchRequest, reference: str, *, folder: Path | None = None) -> tuple[Condition, ...]:
    """Every part of the search by itself, with whether the decision of this reference (key and letter) meets it.

    A search finds a decision that meets all of them. Raises QueryError and IndexNotReadyError as `search` does.
    """
    only = SearchRequest(references=(reference,), page_size=1, counts=())
    typed = (Condition(text, _finds(replace(only, text=text), folder), name) for text, name in _parts(request, folder))
    filters = (
        Condition(said, _finds(replace(only, **values), folder), name, is_filter=True)
        for name, said, values in _filters(request)
    )
    return (*typed, *filters)


def is_indexed(reference: str, *, folder: Path | None = None) -> bool:
    """Whether the index has the decision of this reference (key and letter)."""
    return _finds(SearchRequest(references=(reference,), page_size=1, counts=()), folder)


def find_place(request: SearchRequest, decision_id: int, *, folder: Path | None = None) -> int | None:
    """At what place of all that is found it stands, from 1; None where not among the first MOST_PLACES."""
    place = 0
    for ids in walk(replace(request, counts=()), folder=folder).chunks:
        if decision_id in ids:
            return place + ids.index(decision_id) + 1
        place += len(ids)
        if place >= MOST_PLACES:
            break
    return None


def _finds(request: SearchRequest, folder: Path | None) -> bool:
    return search(request, folder=folder).total > 0


def _parts(request: SearchRequest, folder: Path | None) -> Iterator[tuple[str, str]]:
    """What was typed, part by part, each with the name of the field that it is."""
    tree = search(replace(request, page=1, page_size=1, counts=(), years=False), folder=folder).query.tree
    for part in parts_of(tree):
        yield to_text(part.node), _name(part)


def _name(part: Part) -> str:
    if part.node is not part.own:
        return WITHIN
    inner = part.own.part if isinstance(part.own, Not) else part.own
    return inner.name if isinstance(inner, Field) else ""


def _filters(request: SearchRequest) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name in _FILTERS:
        if values := getattr(request, name):
            yield name, " or ".join(values), {name: values}
    if request.decided_from or request.decided_to:
        days = f"{request.decided_from or 'the first day'} to {request.decided_to or 'today'}"
        yield "decided", days, {"decided_from": request.decided_from, "decided_to": request.decided_to}
