"""Which published decisions cite which law: read from the search index, which a program filled from their texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from upheld.analysis.law import Law, get_catalogue
from upheld.register.queries.register import Coverage
from upheld.search import SearchRequest, SearchResults, search

PAGE_SIZE = 10


@dataclass(frozen=True, slots=True)
class CountedLaw:
    """A law and how many published decisions cite it."""

    law: Law
    count: int


@dataclass(frozen=True, slots=True)
class CitingDecisions:
    """The decisions that cite a law or one provision of it: a page of them, and counts of all.

    `law` is None when there is none. `outcomes` are by slug, `provisions` by place within the law. They are counted
    among all that is `held`. `cursor` says what the index knew.
    """

    law: Law | None
    ids: tuple[int, ...]
    total: int
    outcomes: Mapping[str, int]
    provisions: Mapping[str, int]
    held: Coverage
    cursor: int


@dataclass(frozen=True, slots=True)
class CitedLaws:
    """Every law that a published decision cites, the most cited first, counted among all that is `held`."""

    laws: tuple[CountedLaw, ...]
    held: Coverage
    cursor: int


def list_laws() -> CitedLaws:
    """All law, as the index knows it. Raises IndexNotReadyError."""
    found = search(SearchRequest(page_size=1, counts=("law",)))
    counts: dict[str, CountedLaw] = {}
    for name, number in found.counts["law"].items():
        law = _read(name)
        before = counts[law.slug].count if law.slug in counts else 0
        counts[law.slug] = CountedLaw(law, before + number)
    ordered = sorted(counts.values(), key=lambda one: (-one.count, one.law.title))
    return CitedLaws(tuple(ordered), _held(found), found.cursor)


def list_citing_law(slug: str, place: str, page: int) -> CitingDecisions:
    """The decisions that cite the law, or the provision at this place, newest first. Raises IndexNotReadyError."""
    wanted = f"{slug}/{place}" if place else slug
    counts = ("outcome", "law", "provision")
    found = search(SearchRequest(laws=(wanted,), sort="newest", page=page, page_size=PAGE_SIZE, counts=counts))
    laws = (_read(name) for name in found.counts["law"])
    start = f"{slug}/"
    return CitingDecisions(
        law=next((law for law in laws if law.slug == slug), None),
        ids=found.decision_ids,
        total=found.total,
        outcomes=found.counts["outcome"],
        provisions={
            name.removeprefix(start): number
            for name, number in found.counts["provision"].items()
            if name.startswith(start)
        },
        held=_held(found),
        cursor=found.cursor,
    )


def _held(found: SearchResults) -> Coverage:
    return Coverage(found.held, found.first_day, found.last_day)


def _read(name: str) -> Law:
    """The law of an entry of the index: `act|Care Act 2014`."""
    kind, _, title = name.partition("|")
    return get_catalogue().get(kind, title)  # type: ignore[arg-type]  # the index was given a kind
