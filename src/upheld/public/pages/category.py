"""A subject, at either level; and all subjects together."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings

from upheld.public.addresses import with_pairs, with_query
from upheld.public.items import make_item, place_name
from upheld.public.pages.listing import (
    DecisionListing,
    Narrowing,
    covered,
    last_page,
    page_ids,
    paginate_list,
    year_links,
)  # fmt: skip
from upheld.public.queries.counts import Days, count_each, get_days, span
from upheld.public.queries.listing import Listed, get_listed, list_ids
from upheld.public.queries.part import Part
from upheld.register.models import Category
from upheld.register.queries.place import Place, list_places
from upheld.scheme import DocumentType, get_scheme
from upheld.ui.components import Counted, DecisionItem
from upheld.ui.site import HOME, Head, Link

PROMINENT = 5
ALL_DECISIONS = Link("Decisions", "/decisions")


@dataclass(frozen=True, slots=True)
class ProminentDecisions:
    """The newest of what the scheme makes prominent, at most five, and the way to all `total` of them."""

    heading: str
    """`Recent public reports`."""
    noun: str
    """One of them in words, `public report`."""
    decisions: tuple[DecisionItem, ...]
    total: int
    href: str


@dataclass(frozen=True, slots=True)
class CategoryPage:
    """A category, a subcategory, or (at `/decisions`) the whole register.

    `title` is the heading, `Other: Children's care services` for a subcategory whose name says nothing alone. `parent`
    is the category of a subcategory. `back` leads from a list of all reports to the page of the subject.
    """

    title: str
    parent: Link | None
    total: int
    """Published decisions of every type here."""
    first: dt.date | None
    last: dt.date | None
    """The days of decision that `total` spans."""
    subcategories: tuple[Counted, ...]
    prominent: ProminentDecisions | None
    """None when there is none, on pages after the first, and when the list itself shows them."""
    listing: DecisionListing
    back: Link | None = None


@dataclass(frozen=True)
class Subject:
    """What a page of decisions is about: a category, a subcategory, or with neither the whole register."""

    category: Category | None = None

    @property
    def title(self) -> str:
        """Its heading."""
        if self.category is None:
            return "Decisions"
        return place_name(self.category.name, self.category.parent.name) if self.category.parent else self.category.name

    @property
    def path(self) -> str:
        """Its address."""
        return self.category.get_absolute_url() if self.category else "/decisions"

    @property
    def part(self) -> Part:
        """The decisions in it."""
        if self.category is None:
            return Part()
        return Part(subcategories=(self.category.pk,)) if self.category.parent_id else Part((self.category.pk,))

    def part_of(self, place: Place) -> Part:
        """The decisions of a place within it."""
        return Part(subcategories=(place.pk,)) if self.category else Part((place.pk,))

    def list_places(self) -> tuple[Place, ...]:
        """The categories or subcategories within it."""
        if self.category is None:
            return list_places(None)
        return () if self.category.parent_id else list_places(self.category.pk)


def make_category(subject: Subject, narrowing: Narrowing) -> CategoryPage | None:
    """The page; None when it has no such type, year or page."""
    types = _listed_types(subject, narrowing)
    if not types:
        return None
    figures = _figures(subject, types)
    shown = figures.years.get(narrowing.year, 0) if narrowing.year is not None else figures.listed
    if narrowing.page > last_page(shown) or (narrowing.year is not None and not shown):
        return None
    ids = page_ids(_part(subject, types).in_year(narrowing.year), narrowing.page)
    first_ids = _prominent_ids(subject, figures) if narrowing == Narrowing() else []
    entries = get_listed([*ids, *first_ids])
    return CategoryPage(
        title=subject.title,
        parent=_parent(subject),
        total=figures.total,
        first=figures.days.first,
        last=figures.days.last,
        subcategories=_counted(subject, figures),
        prominent=_prominent(subject, _items(entries, first_ids), figures) if first_ids else None,
        listing=DecisionListing(
            heading=_heading(types, narrowing),
            noun=_noun(types),
            decisions=_items(entries, ids),
            pages=paginate_list(subject.path, narrowing, shown),
            covers=covered(figures.listed_days, narrowing.year),
            years=year_links(subject.path, narrowing, figures.years, figures.listed),
        ),
        back=Link(f"All of {subject.title}", subject.path) if narrowing.type else None,
    )


def category_head(page: CategoryPage, subject: Subject, narrowing: Narrowing) -> Head:
    """What the page says of itself."""
    path = with_query(subject.path, {"page": narrowing.page if narrowing.page > 1 else ""})
    parts = [subject.title, page.listing.heading if narrowing.type or narrowing.year else ""]
    parts += [f"page {narrowing.page}" if narrowing.page > 1 else "", "" if subject.category is None else "decisions"]
    trail = (HOME, *((ALL_DECISIONS,) if subject.category else ()), *((page.parent,) if page.parent else ()))
    about = f" about {subject.title}" if subject.category else " of every subject"
    covers = covered(Days(page.first, page.last), None)
    return Head(
        title=", ".join(filter(None, parts)),
        description=", ".join(filter(None, (f"{page.total:,} decisions{about}", covers))) + ".",
        path=path,
        trail=trail,
        json_ld=_linked_data(subject, path, trail),
    )


def _linked_data(subject: Subject, path: str, trail: Sequence[Link]) -> dict[str, object]:
    """What programs read: a collection, and the pages above it."""
    steps = [*trail, Link(subject.title, subject.path)]
    return {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": subject.title,
        "url": settings.PUBLIC_URL + path,
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": step.text, "item": f"{settings.PUBLIC_URL}{step.href}"}
                for place, step in enumerate(steps, 1)
            ],
        },
    }


@dataclass(frozen=True)
class _Figures:
    """All counts of a page: of the subject, of what its list holds, by year, by type and by place within it."""

    total: int
    days: Days
    listed: int
    listed_days: Days
    years: dict[int, int]
    prominent: int
    places: tuple[tuple[Place, int], ...]


def _figures(subject: Subject, types: tuple[DocumentType, ...]) -> _Figures:
    places, listed = subject.list_places(), _part(subject, types)
    by_type = _by_type(subject, places)
    days = get_days(by_type if subject.category else {"": Part()})
    listed_days = span(days[one.slug] for one in types) if subject.category else days[""]
    names = {one.slug for one in types}
    counts = count_each({
        **{("type", slug): part for slug, part in by_type.items() if slug not in names or subject.category is None},
        **{("year", str(year)): listed.in_year(year) for year in listed_days.years},
        **{("place", place.slug): subject.part_of(place) for place in places},
        ("day", "none"): listed.without_day(),
    })  # fmt: skip
    years = {year: counts["year", str(year)] for year in listed_days.years}
    in_list = sum(years.values()) + counts["day", "none"]
    besides = sum(counts.get(("type", slug), 0) for slug in by_type) if subject.category else 0
    prominent = {one.slug for one in _prominent_types()}
    return _Figures(
        total=in_list + besides,
        days=span(days.values()),
        listed=in_list,
        listed_days=listed_days,
        years=years,
        prominent=sum(counts.get(("type", slug), 0) for slug in prominent),
        places=tuple((place, counts["place", place.slug]) for place in places),
    )


def _by_type(subject: Subject, places: tuple[Place, ...]) -> dict[str, Part]:
    """The decisions of each type. Of the whole register, the prominent ones only: only they are few."""
    if subject.category:
        return {one.slug: subject.part.of_types(one.slug) for one in get_scheme().document_types}
    return {one.slug: _everywhere(places).of_types(one.slug) for one in _prominent_types()}


def _everywhere(places: Iterable[Place]) -> Part:
    """The whole register place by place, which is how the index by type is ordered."""
    return Part(tuple(place.pk for place in places))


def _listed_types(subject: Subject, narrowing: Narrowing) -> tuple[DocumentType, ...]:
    types = get_scheme().document_types
    if narrowing.type:
        return tuple(one for one in types if one.slug == narrowing.type)
    return (tuple(one for one in types if not one.prominent) or types) if subject.category else types


def _prominent_types() -> tuple[DocumentType, ...]:
    return tuple(one for one in get_scheme().document_types if one.prominent)


def _part(subject: Subject, types: tuple[DocumentType, ...]) -> Part:
    if types == get_scheme().document_types and len(types) > 1:
        return subject.part
    return subject.part.of_types(*(one.slug for one in types))


def _prominent_ids(subject: Subject, figures: _Figures) -> list[int]:
    if not figures.prominent:
        return []
    part = subject.part if subject.category else _everywhere(place for place, _ in figures.places)
    types = (one.slug for one in _prominent_types())
    return list_ids(part.of_types(*types), offset=0, limit=PROMINENT)


def _prominent(subject: Subject, decisions: tuple[DecisionItem, ...], figures: _Figures) -> ProminentDecisions:
    types = _prominent_types()
    slugs = {"type": types[0].slug} if len(types) == 1 else {}
    search = with_pairs("/search", [*(("type", one.slug) for one in types), ("sort", "newest")])
    return ProminentDecisions(
        heading=f"Recent {_plural(types)}",
        noun=_noun(types),
        decisions=decisions,
        total=figures.prominent,
        href=with_query(subject.path, slugs) if slugs and subject.category else search,
    )


def _heading(types: tuple[DocumentType, ...], narrowing: Narrowing) -> str:
    name = _plural(types)
    if narrowing.year is not None:
        return f"{name[:1].upper()}{name[1:]} of {narrowing.year}"
    return f"{name[:1].upper()}{name[1:]}" if narrowing.type else f"Recent {name}"


def _plural(types: tuple[DocumentType, ...]) -> str:
    return " and ".join(one.plural.lower() for one in types) if len(types) < 3 and _is_one_kind(types) else "decisions"


def _noun(types: tuple[DocumentType, ...]) -> str:
    return (types[0].label or types[0].name).lower() if len(types) == 1 else "decision"


def _is_one_kind(types: tuple[DocumentType, ...]) -> bool:
    return len({one.prominent for one in types}) == 1


def _items(entries: dict[int, Listed], ids: list[int]) -> tuple[DecisionItem, ...]:
    return tuple(make_item(entries[pk]) for pk in ids if pk in entries)


def _counted(subject: Subject, figures: _Figures) -> tuple[Counted, ...]:
    places = (pair for pair in figures.places if pair[1])
    return tuple(Counted(place.name, f"{subject.path}/{place.slug}", number) for place, number in places)


def _parent(subject: Subject) -> Link | None:
    parent = subject.category.parent if subject.category else None
    return Link(parent.name, parent.get_absolute_url()) if parent else None
