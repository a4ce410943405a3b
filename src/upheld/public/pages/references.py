"""The page on which a list of references is looked up."""

from dataclasses import dataclass

from upheld.public.addresses import with_query
from upheld.public.items import make_item
from upheld.public.pages.reference_report import ReferenceReport, look_up_list
from upheld.public.queries.listing import get_listed
from upheld.public.searching import Asked, Place
from upheld.public.wanted import MOST_REFERENCES, Wanted
from upheld.scheme import get_scheme
from upheld.ui.components import DecisionItem, Pagination, paginate
from upheld.ui.site import HOME, Head, Link

PATH = "/references"
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class ReferencesPage:
    """`refs` is what was pasted. `report` is None until something was; `decisions` are in the order of the list.

    `ways` lead on with exactly these decisions. `example` is a reference as this scheme prints them, `most` how many
    can be looked up at once.
    """

    refs: str
    error: str
    report: ReferenceReport | None
    decisions: tuple[DecisionItem, ...]
    pages: Pagination | None
    ways: tuple[Link, ...]
    example: str
    most: int


def make_references(wanted: Wanted, pasted: str) -> ReferencesPage | None:
    """The page; None when the list has no such page."""
    errors = [fault.message for fault in wanted.faults if fault.field == "refs"]
    if wanted.listed is None or errors:
        return _page(pasted, errors[0] if errors else "")
    found, number = look_up_list(wanted.listed), wanted.asked.place.page or 1
    if number > 1 and (number - 1) * PAGE_SIZE >= len(found.decisions):
        return None
    here = found.decisions[(number - 1) * PAGE_SIZE :][:PAGE_SIZE]
    entries = get_listed([one.pk for one in here])
    return ReferencesPage(
        refs=pasted,
        error="",
        report=found.report,
        decisions=tuple(make_item(entries[one.pk]) for one in here if one.pk in entries),
        pages=_paginate(wanted.asked, number, len(found.decisions)),
        ways=_ways(wanted.asked) if found.decisions else (),
        example=get_scheme().reference.example,
        most=MOST_REFERENCES,
    )


def references_head(page: ReferencesPage) -> Head:
    """What the page says of itself. A list that was pasted is not part of its address."""
    title = "Look up a list of references"
    if page.error:
        return Head(f"Error: {title}", trail=(HOME,), path=PATH)
    said = f"{page.report.summary} – {title}" if page.report else title
    about = "Paste references of decisions in any form and get exactly those decisions."
    return Head(said, about, PATH, (HOME,))


def _page(pasted: str, error: str) -> ReferencesPage:
    return ReferencesPage(pasted, error, None, (), None, (), get_scheme().reference.example, MOST_REFERENCES)


def _paginate(asked: Asked, number: int, total: int) -> Pagination | None:
    def href(page: int) -> str:
        return Asked(refs=asked.refs, place=Place(page=page)).address(PATH)

    return paginate(number, total, PAGE_SIZE, href) if total else None


def _ways(asked: Asked) -> tuple[Link, ...]:
    listed = Asked(refs=asked.refs)
    return (
        Link("Search and filter within these decisions", listed.address()),
        Link("Make one page, PDF or Word file of them", with_query("/pack", {"refs": asked.refs})),
        Link("Take them away as a table or as data", listed.address("/search/take-away")),
    )
