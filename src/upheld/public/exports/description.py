"""What an export says of itself: what it is, as of which number of the journal, what it covers, and how to check it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings

from upheld.lib.dates import format_date
from upheld.public.exports.checksum import METHOD
from upheld.public.exports.forms import FORMS
from upheld.public.exports.survey import Survey
from upheld.public.pages.about import DEMO, author
from upheld.public.pages.search_form import make_tags, name_values
from upheld.public.searching import SORTS, Asked, Place
from upheld.register.queries.register import get_coverage, is_demo
from upheld.scheme import get_scheme
from upheld.search.requests import Sort

DICTIONARY = "/search/dictionary"
_INVENTED = "These decisions are invented. Use them as you like: nobody needs to be asked."
_NO_LICENCE = (
    "This register states no licence for the texts. They are the Ombudsman’s: ask there before you publish them again."
)


@dataclass(frozen=True, slots=True)
class Search:
    """A search in words: `title` as a sentence begins, `filters` by their titles."""

    title: str
    words: str
    filters: Mapping[str, tuple[str, ...]]


def in_words(asked: Asked) -> Search:
    """The search as people say it."""
    filters: dict[str, tuple[str, ...]] = {}
    for tag in make_tags(asked, name_values(asked, {})):
        filters[tag.group] = (*filters.get(tag.group, ()), tag.label)
    if asked.refs:
        filters["References"] = tuple(asked.refs.split())
    parts = [f"“{asked.query}”"] if asked.query else []
    parts += [f"{title}: {' or '.join(values)}" for title, values in filters.items()]
    title = f"Decisions for {'; '.join(parts)}" if parts else "All decisions"
    return Search(title, asked.query, filters)


def address(asked: Asked, number: int | None, path: str) -> str:
    """The address of the search under another path, as of a number of the journal."""
    plain = replace(asked, place=Place(), chosen=())
    return plain.address_at(Place(at=number), path)


def files_of(asked: Asked, number: int | None) -> dict[str, str]:
    """The addresses of its files, by ending."""
    return {ending: address(asked, number, f"/search.{ending}") for ending in FORMS}


def describe(
    asked: Asked, number: int, counted: Survey, at: dt.datetime, *, order: Sort, notes: Sequence[str]
) -> dict[str, Any]:
    """All that an export says of itself, in the order in which people ask.

    `order` is that of its rows. `notes` say what part of the words could not be looked for as typed.
    """
    scheme, search, site = get_scheme(), in_words(asked), settings.PUBLIC_URL
    coverage = get_coverage()
    return {
        "title": search.title,
        "register": scheme.brand.name,
        "ombudsman": scheme.name,
        "notice": notice(),
        "words": search.words,
        "filters": {title: list(values) for title, values in search.filters.items()},
        "order": SORTS[order],
        "not_searched_as_typed": list(notes),
        "journal_number": number,
        "made_at": at.isoformat(timespec="seconds"),
        "decisions": counted.decisions,
        "decided": _days(counted.first, counted.last),
        "the_register_holds": {"decisions": coverage.decisions} | _days(coverage.first, coverage.last),
        "checksum": counted.checksum,
        "checksum_method": METHOD,
        "search": f"{site}{address(asked, None, '/search')}",
        "made_again_at": {ending: f"{site}{path}" for ending, path in files_of(asked, number).items()},
        "described_at": f"{site}{address(asked, number, '/search.about.json')}",
        "dictionary": f"{site}{DICTIONARY}",
        "what_outcomes_include": {one.name: one.includes for one in scheme.outcomes if one.includes},
        "how_to_cite": cite(search.title, number, at),
        "licence": licence(),
    }


def notice() -> str:
    """What must be known before anything else; empty for the Ombudsman's own register."""
    return DEMO if is_demo() else "" if get_scheme().official else get_scheme().texts.not_official


def cite(title: str, number: int, at: dt.datetime) -> str:
    """How to name the file in what is written from it."""
    scheme = get_scheme()
    day = format_date(at.astimezone(scheme.timezone).date())
    return f"{author()}: {title}. {scheme.brand.name}, as of number {number} of its journal, {day}."


def licence() -> str:
    """Under what terms the texts may be used again."""
    return _INVENTED if is_demo() else get_scheme().texts.licence or _NO_LICENCE


def _days(first: dt.date | None, last: dt.date | None) -> dict[str, str | None]:
    return {"from": first.isoformat() if first else None, "to": last.isoformat() if last else None}
