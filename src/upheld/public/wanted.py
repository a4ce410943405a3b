"""What a search asks for, checked against the register: the page of results and every file of them begin here."""

from dataclasses import dataclass, replace
from typing import Any, get_args

from django.http import QueryDict

from upheld.analysis.reference_lists import ReferenceList, is_list, read_list
from upheld.analysis.remedy import Kind
from upheld.journal.queries.entry import get_head
from upheld.public.queries.filters import find_present_slugs, name_categories, name_kinds, name_organisations
from upheld.public.searching import (
    FILTERS,
    MOST_VALUES,
    PAGE_SIZE,
    SORTS,
    TITLES,
    Asked,
    Fault,
    place_parameters,
    read_dates,
    read_search,
    squeeze,
)  # fmt: skip
from upheld.scheme import get_scheme
from upheld.search import SearchRequest
from upheld.search.requests import FILTERS as REQUESTED
from upheld.search.requests import MAX_PLACE, Sort

MOST_REFERENCES = 200
MOST_PASTED = 10_000  # characters
COUNTS = ("outcome", "type", "category", "subcategory", "organisation", "kind", "remedy")


@dataclass(frozen=True)
class Wanted:
    """A search as it was asked for, with today's slugs, and as the search takes it.

    `listed` is the list of references that was asked for, if that is what the words, or what was pasted, are.
    With `faults`, sentences for the reader, `request` must not be used.
    """

    asked: Asked
    request: SearchRequest
    listed: ReferenceList | None
    faults: tuple[Fault, ...] = ()


def read_wanted(parameters: QueryDict) -> Wanted:
    """What the address asks for."""
    asked = _renamed(read_search(parameters))
    listed = read_listed(asked)
    faults = (*read_dates(asked)[2], *_faults(asked, listed), *_number_faults(asked, parameters))
    if listed and asked.refs:
        asked = replace(asked, refs=" ".join(one.slug for one in listed.references))
    return Wanted(asked, make_request(asked, listed), listed, faults)


def make_request(asked: Asked, listed: ReferenceList | None) -> SearchRequest:
    """The search as the search takes it. What is wrong in it is left out."""
    first, last, _ = read_dates(asked)
    chosen: dict[str, Any] = {field: asked.values[name] for name, field in REQUESTED.items()}
    return SearchRequest(
        text="" if listed and not asked.refs else asked.query,
        **chosen,
        references=tuple(one.key + one.suffix for one in listed.references) if listed else (),
        decided_from=first,
        decided_to=last,
        sort=_order(asked, listed),
        page=asked.place.page or 1,
        page_size=PAGE_SIZE,
        counts=COUNTS,
        years=True,
        at=asked.place.at,
        after=asked.place.after,
        before=asked.place.before,
    )


def _order(asked: Asked, listed: ReferenceList | None) -> Sort:
    """What was chosen, where the search knows it; by words only where there are any besides a list of references."""
    chosen = asked.order if asked.order in SORTS else "newest"
    by_words = chosen == "relevance" and (not asked.query or (listed is not None and not asked.refs))
    return "newest" if by_words else chosen  # type: ignore[return-value]  # the names in SORTS are those of the search


def read_listed(asked: Asked) -> ReferenceList | None:
    """The list of references that was pasted, or that the words are; None when they are something else."""
    pattern = get_scheme().pattern
    if asked.refs:
        return read_list(asked.refs[:MOST_PASTED], pattern)
    return read_list(asked.query, pattern) if is_list(asked.query[:500], pattern) else None


def _renamed(asked: Asked) -> Asked:
    """The search with today's slugs in place of former ones, so that no address breaks, and subcategories in full."""
    values = dict(asked.values)
    for name in ("category", "subcategory", "organisation"):
        if former := find_present_slugs(name, values[name]) if values[name] else {}:
            values[name] = tuple(dict.fromkeys(former.get(value, value) for value in values[name]))
    values["subcategory"] = _in_full(values["subcategory"])
    return replace(asked, values=values) if values != asked.values else asked


def _in_full(values: tuple[str, ...]) -> tuple[str, ...]:
    """`homelessness` as `housing/homelessness`, and as any other category's that has one of that name."""
    if all("/" in value for value in values):
        return values
    known = name_categories()[1]
    every = {value: [one for one in known if one.endswith(f"/{value}")] for value in values if "/" not in value}
    return tuple(dict.fromkeys(one for value in values for one in every.get(value) or [value]))


def _faults(asked: Asked, listed: ReferenceList | None) -> tuple[Fault, ...]:
    faults = [Fault("filters", f"“{value[:60]}” is not known under {TITLES[name]}") for name, value in _unknown(asked)]
    for name in FILTERS:
        if len(asked.values[name]) > MOST_VALUES:
            faults = [Fault("filters", f"At most {MOST_VALUES} values can be chosen under {TITLES[name]}")]
    if asked.sort and asked.sort not in SORTS:
        faults.append(Fault("filters", f"Results can be sorted by: {', '.join(SORTS)}"))
    if asked.place.page is None:
        faults.append(Fault("page", "Pages are numbered from 1"))
    if max(len(asked.place.after), len(asked.place.before)) > MAX_PLACE:
        faults.append(Fault("page", "That place in the list is not known; begin again from the first page"))
    return (*faults[:10], *list_faults(asked, listed))


def _number_faults(asked: Asked, parameters: QueryDict) -> tuple[Fault, ...]:
    """What is wrong with the number of the journal: who asks for a list as of then must not get another."""
    at = asked.place.at
    if at is None and squeeze(place_parameters(parameters).get("at", "")):
        return (Fault("filters", "A list is as of a number of the journal, a whole number: at=1234"),)
    if at is not None and at > (head := get_head()):
        said = f"The journal has only come to number {head:,}; ask for that or an earlier one"
        return (Fault("filters", said),)
    return ()


def list_faults(asked: Asked, listed: ReferenceList | None) -> tuple[Fault, ...]:
    """What is wrong with a list of references: nothing that could be looked up, or too much."""
    if listed is None:
        return ()
    if len(asked.refs) > MOST_PASTED:
        said = f"Your list has {len(asked.refs):,} characters. Paste only the references, at most {MOST_REFERENCES}"
        return (Fault("refs", said),)
    if (found := len(listed.references)) > MOST_REFERENCES:
        said = (
            f"Your list has {found:,} references. Look up {MOST_REFERENCES} at a time: paste the first, then the next"
        )
        return (Fault("refs", said),)
    if not listed.references:
        said = f"There is no reference in your list. One looks like {get_scheme().reference.example}"
        return (Fault("refs", said),)
    return ()


def _unknown(asked: Asked) -> list[tuple[str, str]]:
    """The chosen values that the register does not know, with their filter."""
    scheme = get_scheme()
    chosen = {name: values for name, values in asked.values.items() if values}
    if not chosen:
        return []
    categories, subcategories = name_categories()
    known = {
        "outcome": {one.slug for one in scheme.outcomes},
        "type": {one.slug for one in scheme.document_types},
        "category": set(categories),
        "subcategory": set(subcategories),
        "organisation": set(name_organisations(chosen.get("organisation", ())[: MOST_VALUES + 1])),
        "kind": set(name_kinds()) if "kind" in chosen else set(),
        "remedy": set(get_args(Kind)),
    }
    return [(name, value) for name, values in chosen.items() for value in values if value not in known[name]]
