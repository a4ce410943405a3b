"""The ways through the results: pages of one list, as of one moment, whatever is published meanwhile."""

from dataclasses import dataclass, replace

from upheld.public.searching import PAGE_SIZE, Asked, Place
from upheld.search import SearchResults
from upheld.ui.components import Pagination, paginate
from upheld.ui.site import Link

MOST_PAGES = 1_000
MOST_RESULTS = MOST_PAGES * PAGE_SIZE


@dataclass(frozen=True, slots=True)
class ResultPages:
    """`pages` lead through one list. `afresh` leads to the list as it is now, where the register has moved on.

    `limit` says where the pages end, when they end before the results do. `onward` is the place of the next page, at
    the end of this one, as a button sends it.
    """

    pages: Pagination
    afresh: Link | None
    limit: str
    onward: str


def is_past_the_end(asked: Asked, results: SearchResults) -> bool:
    """Whether the list has no such page."""
    if asked.place.after or asked.place.before:
        return not results.decision_ids
    return (asked.place.page or 1) > last_page(results.total)


def last_page(total: int) -> int:
    """The number of the last page."""
    return max(1, -(-total // PAGE_SIZE))


def make_result_pages(asked: Asked, results: SearchResults) -> ResultPages | None:
    """The ways; None when nothing was found.

    The next page and the one before begin at a place in the list, so that nothing is shown twice or left out when a
    decision before it is withdrawn: there is one as long as there is a place, whatever the numbers say by then. Other
    pages are found by their number, among what was there when the list began.
    """
    if not results.total:
        return None
    reachable = min(results.total, MOST_RESULTS)
    number = min(asked.place.page or 1, last_page(reachable))

    def href(page: int) -> str:
        return asked.address_at(Place(at=results.at, page=page))

    pages = paginate(number, reachable, PAGE_SIZE, href)
    following = Place(results.at, number + 1, after=results.next)
    preceding = Place(results.at, max(1, number - 1), before=results.previous)
    first, last = _range(asked, results, pages)
    pages = replace(
        pages,
        first=first,
        last=last,
        total=results.total,
        next=asked.address_at(following) if results.next and number < MOST_PAGES else "",
        previous=asked.address_at(preceding) if results.previous else "",
    )
    onward = following if pages.next else replace(asked.place, at=results.at)
    return ResultPages(pages, _afresh(asked, results), _limit(results.total), onward.as_one)


def _range(asked: Asked, results: SearchResults, pages: Pagination) -> tuple[int, int]:
    """From where to where in the list this page is. Where it began at a place, its ends are surer than its number."""
    shown, total = len(results.decision_ids), results.total
    if asked.place.before and not results.previous:
        return 1, shown
    if asked.place.after and not results.next and total <= MOST_RESULTS:
        return max(1, total - shown + 1), total
    return pages.first, pages.last


def _afresh(asked: Asked, results: SearchResults) -> Link | None:
    if asked.place.at is None or results.at >= results.cursor:
        return None
    return Link("Show the list as it is now", replace(asked, place=Place()).address())


def _limit(total: int) -> str:
    if total <= MOST_RESULTS:
        return ""
    return (
        f"Pages lead to the first {MOST_RESULTS:,} of these {total:,} decisions. Narrow the search, or take all away."
    )
