"""One law, or one provision of it, and the decisions that cite it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from upheld.analysis.law import Law, address_of, natural, read_place
from upheld.public.addresses import with_query
from upheld.public.items import make_item
from upheld.public.pages.laws import ALL_LAW, PATH
from upheld.public.pages.listing import DecisionListing, Narrowing, paginate_list
from upheld.public.pages.organisation import NOT_STATED
from upheld.public.queries.law import CitingDecisions
from upheld.public.queries.listing import get_listed
from upheld.register.queries.register import Coverage
from upheld.scheme import get_scheme
from upheld.ui.components import Bar, Counted, Segment
from upheld.ui.site import HOME, Head, Link

MOST = 10_000  # decisions that can be reached by pages
FEW = 12  # provisions that are shown at once


@dataclass(frozen=True, slots=True)
class LawPage:
    """`title` is the law's, or that of its provision: `Care Act 2014, section 9`. `whole` leads to all of the law.

    `source` is the law itself, or a search for it where its own address is not known (`is_search`); None for guidance
    whose place is not known. `provisions` are those cited most, in the order of the law, and `every` all of them where
    they are more; none on the page of one.
    """

    title: str
    kind: str
    whole: Link | None
    source: Link | None
    is_search: bool
    total: int
    held: Coverage
    """All decisions there are, among which these were counted."""
    outcomes: Bar
    provisions: tuple[Counted, ...]
    every: tuple[Counted, ...]
    listing: DecisionListing


@dataclass(frozen=True, slots=True)
class UnknownLawPage:
    """No published decision cites such a law; `ways` lead on."""

    ways: tuple[Link, ...]


_KINDS = {"act": "Act", "instrument": "Regulations, order or rules", "guidance": "Guidance", "case": "Case"}


def make_law(found: CitingDecisions, place: str, page: int) -> LawPage | None:
    """The page; None when no decision cites it, or the list has no such page."""
    law = found.law
    if law is None or not found.ids:
        return None
    entries, path = get_listed(found.ids), law_path(law, place)
    source = _source(law, place)
    return LawPage(
        title=f"{law.title}, {name_place(law, place)}" if place else law.title,
        kind=_KINDS[law.kind],
        whole=Link(f"All decisions that cite the {law.title}", law_path(law, "")) if place else None,
        source=Link(_source_words(law, place), source) if source else None,
        is_search=not law.known,
        total=found.total,
        held=found.held,
        outcomes=_bar(found.outcomes, found.total),
        provisions=_provisions(law, dict(Counter(found.provisions).most_common(FEW))) if not place else (),
        every=_provisions(law, found.provisions) if not place and len(found.provisions) > FEW else (),
        listing=DecisionListing(
            heading="Decisions that cite it",
            noun="decision",
            decisions=tuple(make_item(entries[pk]) for pk in found.ids if pk in entries),
            pages=paginate_list(path, Narrowing(page), min(found.total, MOST)),
            covers="",
            years=(),
        ),
    )


def law_head(page: LawPage, law: Law, place: str, number: int) -> Head:
    """What the page says of itself."""
    path = with_query(law_path(law, place), {"page": number if number > 1 else ""})
    trail = (HOME, ALL_LAW, *((Link(law.title, law_path(law, "")),) if place else ()))
    title = f"{page.title}, page {number}: decisions" if number > 1 else f"{page.title}: decisions"
    return Head(title, f"{page.total:,} published decisions cite the {page.title}.", path, trail)


def make_unknown_law(slug: str) -> UnknownLawPage:
    """The page that helps."""
    words = slug.replace("-", " ")
    return UnknownLawPage((
        Link("All law cited in decisions", PATH),
        Link(f"Search the text of decisions for “{words[:80]}”", with_query("/search", {"q": words[:200]})),
        Link("Browse decisions by subject", "/decisions"),
    ))  # fmt: skip


def unknown_law_head() -> Head:
    """What the page says of itself."""
    return Head("No decision cites this law", trail=(HOME, ALL_LAW))


def law_path(law: Law, place: str) -> str:
    """Its address."""
    return f"{PATH}/{law.slug}/{place}" if place else f"{PATH}/{law.slug}"


def name_place(law: Law, place: str) -> str:
    """A place within a law in words: `section 26A`."""
    provision = read_place(law, place)
    return provision.text if provision else place.replace("-", " ")


def _source(law: Law, place: str) -> str:
    provision = read_place(law, place) if place else None
    return address_of(law, provision) if provision else law.href


def _source_words(law: Law, place: str) -> str:
    if law.kind == "guidance":
        return "Read the guidance on GOV.UK"
    if not law.known:
        return "Look for it on legislation.gov.uk"
    return f"Read {name_place(law, place)} on legislation.gov.uk" if place else "Read it on legislation.gov.uk"


def _bar(counts: Mapping[str, int], total: int) -> Bar:
    segments = [
        Segment(one.name, one.shape, counts.get(one.slug, 0), note=one.includes) for one in get_scheme().outcomes
    ]
    if (others := total - sum(segment.count for segment in segments)) > 0:
        segments.append(Segment(NOT_STATED, "none", others))
    return Bar("outcomes", tuple(segments))


def _provisions(law: Law, counts: Mapping[str, int]) -> tuple[Counted, ...]:
    """Sections first, each group in the order of the law."""
    places = sorted(counts, key=lambda place: (not place[:1].isdigit(), natural(place)))
    return tuple(Counted(_capital(name_place(law, place)), law_path(law, place), counts[place]) for place in places)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
