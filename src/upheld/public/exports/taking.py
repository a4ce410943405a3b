"""From an address to what is to be sent: the search, checked, and what it finds as of a number of the journal."""

from dataclasses import dataclass, replace

from django.http import QueryDict

from upheld.public.exports.folder import private_folder
from upheld.public.exports.selection import Selection, select
from upheld.public.exports.survey import Survey, survey
from upheld.public.wanted import Wanted, read_wanted
from upheld.scheme import get_scheme
from upheld.search import SearchRequest, SearchResults, search


@dataclass(frozen=True, slots=True)
class Taken:
    """What a search finds, and what is known of it before it is read."""

    selection: Selection
    survey: Survey
    notes: tuple[str, ...]


def read_taking(parameters: QueryDict) -> Wanted:
    """What the address asks for, whole: a page of results is not part of it. One reference is a list of one."""
    wanted = read_wanted(parameters)
    request = replace(wanted.request, page=1, after="", before="", counts=(), years=False)
    if reference := get_scheme().pattern.parse(wanted.asked.query):
        request = replace(request, text="", references=(reference.key + reference.suffix,), sort="newest")
    return replace(wanted, request=request)


def take(wanted: Wanted) -> Taken:
    """What it finds. Raises AheadError, QueryError and IndexNotReadyError."""
    with private_folder() as folder:
        selection = select(wanted.request, wanted.asked.place.at, folder)
    return Taken(selection, survey(selection), list_notes(look(wanted.request)))


def look(request: SearchRequest) -> SearchResults:
    """The first of the results, for what the search says about itself."""
    return search(replace(request, page_size=1))


def list_notes(results: SearchResults) -> tuple[str, ...]:
    """What part of the words was not looked for as typed, in sentences."""
    said = (*(one.message for one in results.query.problems), results.note or "")
    return tuple(dict.fromkeys(note for note in said if note))
