"""Taking the results of a search away: how many there are, what a file of them holds, and in which forms."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from upheld.public.exports.as_csv import write_csv
from upheld.public.exports.as_json import as_interchange
from upheld.public.exports.description import DICTIONARY, address, cite, in_words, licence
from upheld.public.exports.forms import CSV, EXCEL, FORMS, Form
from upheld.public.exports.row import Row, read_rows
from upheld.public.exports.taking import Taken, list_notes
from upheld.public.pack.choice import MOST, Choice, Chosen
from upheld.public.queries.listing import get_listed
from upheld.public.searching import Asked
from upheld.public.wanted import Wanted
from upheld.register.queries.register import get_coverage
from upheld.scheme import get_scheme
from upheld.search import SearchRequest, SearchResults, search
from upheld.ui.site import HOME, Head, Link

SAMPLE = 20
_PACKED = 0.4
"""A workbook is compressed: so much is left of the same rows as CSV."""


@dataclass(frozen=True, slots=True)
class FileChoice:
    """A file that can be had: what it is called and for, where it is, and about how large, in words."""

    name: str
    about: str
    href: str
    size: str


@dataclass(frozen=True, slots=True)
class TakeAwayPage:
    """`total` decisions, decided from `first` to `last`, as of `number` of the journal.

    `held` decisions are in the register, decided from `held_first` to `held_last`. `removed` are references of what
    could be read then and cannot be now; `is_again` says that a number was asked for. `notes` say what of the words
    was not looked for as typed, `includes` what outcomes count that their names do not say. `followed` is how many of
    them are in the feed, where that is not all: decisions with few of the words are not listed in order of date.
    `pack` is the address of all of them as one page, empty where they are more than the `most_packed` of one.
    """

    title: str
    total: int
    first: dt.date | None
    last: dt.date | None
    number: int
    is_again: bool
    removed: tuple[str, ...]
    held: int
    held_first: dt.date | None
    held_last: dt.date | None
    files: tuple[FileChoice, ...]
    feed: str
    described: str
    dictionary: str
    back: str
    here: str
    notes: tuple[str, ...]
    includes: tuple[str, ...]
    cite: str
    licence: str
    followed: int | None = None
    pack: str = ""
    most_packed: int = MOST


def make_take_away(wanted: Wanted, results: SearchResults, at: dt.datetime) -> TakeAwayPage:
    """The page of what the search finds now."""
    request = replace(wanted.request, counts=(), found_by=wanted.request.sort)
    first, last = (_day(replace(request, sort=sort)) for sort in ("oldest", "newest"))
    rows = list(read_rows(results.decision_ids[:SAMPLE], {}))
    days = (first, last) if first and last else (None, None)
    page = _make(wanted.asked, (results.total, *days, results.at), rows, at)
    page = replace(page, notes=list_notes(results, wanted.listed), followed=_followed(wanted.request, results))
    return replace(page, pack=_pack(request) if results.total <= MOST else "")


def make_again(asked: Asked, taken: Taken, at: dt.datetime) -> TakeAwayPage:
    """The page of what it found as of a number of the journal."""
    found, selection = taken.survey, taken.selection
    rows = list(read_rows(selection.ids[:SAMPLE], selection.earlier))
    counted = (found.decisions, found.first, found.last, selection.number)
    page = _make(asked, counted, rows, at)
    return replace(page, is_again=True, removed=selection.removed, notes=taken.notes)


def take_away_head(asked: Asked, page: TakeAwayPage) -> Head:
    """What the page says of itself."""
    back = Link("Search", page.back)
    return Head("Take these results away", page.title, address(asked, None, "/search/take-away"), (HOME, back))


Counted = tuple[int, dt.date | None, dt.date | None, int]


def _make(asked: Asked, counted: Counted, rows: Sequence[Row], at: dt.datetime) -> TakeAwayPage:
    total, first, last, number = counted
    search_, coverage = in_words(asked), get_coverage()
    return TakeAwayPage(
        title=search_.title,
        total=total,
        first=first,
        last=last,
        number=number,
        is_again=False,
        removed=(),
        held=coverage.decisions,
        held_first=coverage.first,
        held_last=coverage.last,
        files=_files(asked, number, total, rows),
        feed=address(asked, None, "/search.atom"),
        described=address(asked, number, "/search.about.json"),
        dictionary=DICTIONARY,
        back=address(asked, None, "/search"),
        here=address(asked, number, "/search/take-away"),
        notes=(),
        includes=tuple(one.includes for one in get_scheme().outcomes if one.includes),
        cite=cite(search_.title, number, at),
        licence=licence(),
    )


def _pack(request: SearchRequest) -> str:
    ids = search(replace(request, page=1, page_size=MOST)).decision_ids
    listed = get_listed(ids)
    found = (get_scheme().pattern.parse(listed[pk].reference) for pk in ids if pk in listed)
    return Choice(tuple(Chosen(reference) for reference in found if reference)).address()


def _followed(request: SearchRequest, results: SearchResults) -> int | None:
    """How many the feed has; None where it has all."""
    if not results.has_most:
        return None
    followed = search(replace(request, sort="added", page_size=1, counts=(), years=False)).total
    return followed if followed < results.total else None


def _day(request: SearchRequest) -> dt.date | None:
    ids = search(replace(request, page_size=1)).decision_ids
    return next((one.decided_on for one in get_listed(ids).values()), None)


def _files(asked: Asked, number: int, total: int, rows: Sequence[Row]) -> tuple[FileChoice, ...]:
    table = sum(map(len, write_csv([rows])))
    text = sum(len(as_interchange(row, demo=False)) for row in rows)
    return tuple(
        FileChoice(form.name, form.about, address(asked, number, f"/search.{form.ending}"), size)
        for form in FORMS.values()
        if (size := _size(form, table, text, total, len(rows)))
    )


def _size(form: Form, table: int, text: int, total: int, sample: int) -> str:
    """About how large the file will be, by the first of its rows."""
    bytes_ = {CSV.ending: table, EXCEL.ending: table * _PACKED}.get(form.ending, text)
    return _in_words(bytes_ * total / sample if sample else bytes_)


def _in_words(size: float) -> str:
    if size < 100_000:
        return "under 0.1 MB"
    return f"about {size / 1_000_000:.1f} MB" if size < 10_000_000 else f"about {size / 1_000_000:,.0f} MB"
