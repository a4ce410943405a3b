"""From an address to what is to be sent: the search, checked, and what it finds as of a number of the journal."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import QueryDict

from upheld.analysis.reference_lists import ReferenceList
from upheld.public.exports.selection import Selection, select
from upheld.public.exports.survey import Survey, survey
from upheld.public.pages.reference_report import look_up_list
from upheld.public.wanted import Wanted, read_wanted
from upheld.scheme import get_scheme
from upheld.search import SearchRequest, SearchResults, order_of, search
from upheld.search.requests import Sort


@dataclass(frozen=True, slots=True)
class Taken:
    """What a search finds, and what is known of it before it is read. `order` is that of the rows."""

    selection: Selection
    survey: Survey
    order: Sort
    notes: tuple[str, ...]


def read_taking(parameters: QueryDict) -> Wanted:
    """What the address asks for, whole: a page of results is not part of it. One reference is a list of one."""
    wanted = read_wanted(parameters)
    request = replace(wanted.request, page=1, after="", before="", counts=(), years=False)
    if reference := get_scheme().pattern.parse(wanted.asked.query):
        request = replace(request, text="", references=(reference.key + reference.suffix,), sort="newest")
        wanted = replace(wanted, listed=ReferenceList((reference,), 0, ()))
    return replace(wanted, request=request)


def take(wanted: Wanted) -> Taken:
    """What it finds. Raises AheadError, QueryError and IndexNotReadyError."""
    selection, results = select(wanted.request, wanted.asked.place.at), look(wanted.request)
    order = order_of(wanted.request, results.query.meaning)
    return Taken(selection, survey(selection), order, list_notes(results, wanted.listed))


def look(request: SearchRequest) -> SearchResults:
    """The first of the results, for what the search says about itself."""
    return search(replace(request, page_size=1))


def list_notes(results: SearchResults, listed: ReferenceList | None) -> tuple[str, ...]:
    """What part of the words, or of a list, was not looked for as typed, in sentences."""
    wrong = (one.message for one in results.query.problems)
    said = (*wrong, results.note or "", *map(str, results.mistyped), *_of_list(listed))
    return tuple(dict.fromkeys(note for note in said if note))


def _of_list(listed: ReferenceList | None) -> Iterator[str]:
    """Which references of a list lead to no decision today, and which pieces of it are none."""
    if listed is None:
        return
    report = look_up_list(listed).report
    for said, references in (
        ("Not in this register", [one.reference for one in report.unknown]),
        ("Withdrawn from this register", [one.text for one in report.withdrawn]),
        ("Not available at present", [one.text for one in report.held]),
    ):
        if references:
            yield f"{said}: {', '.join(references)}."
    for piece in report.unread:
        yield f"“{piece}” was not read as a reference."
