"""All law that decisions cite."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.public.queries.law import CitedLaws, CountedLaw
from upheld.register.queries.register import Coverage
from upheld.ui.components import Counted
from upheld.ui.site import HOME, Head, Link

ALL_LAW = Link("Law", "/law")
PATH = "/law"
MOST_CITED = 10
FEW = 20
_KINDS = {"act": "Acts", "instrument": "Regulations, orders and rules", "guidance": "Statutory guidance and codes"}


@dataclass(frozen=True, slots=True)
class LawGroup:
    """The law of one kind, from A to Z."""

    heading: str
    anchor: str
    laws: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class LawsPage:
    """Every law that a published decision cites, counted among all that is `held`.

    `most` are those cited most, empty where there are few in all.
    """

    total: int
    held: Coverage
    most: tuple[Counted, ...]
    groups: tuple[LawGroup, ...]


@dataclass(frozen=True, slots=True)
class LawPreparingPage:
    """The index is being made (503). `again` is the address of the same page."""

    again: str
    ways: tuple[Link, ...]


def make_laws(found: CitedLaws) -> LawsPage:
    """The page."""
    laws = found.laws
    groups = (_group(kind, [one for one in laws if one.law.kind == kind]) for kind in _KINDS)
    return LawsPage(
        total=len(laws),
        held=found.held,
        most=tuple(map(_counted, laws[:MOST_CITED])) if len(laws) > FEW else (),
        groups=tuple(group for group in groups if group.laws),
    )


def laws_head(page: LawsPage) -> Head:
    """What the page says of itself."""
    description = f"{page.total:,} Acts, regulations and guidance cited in published decisions, with the decisions."
    return Head("Law cited in decisions", description, PATH, (HOME,))


def preparing_head() -> Head:
    """What the page says of itself while there is no index."""
    return Head("The list of law is being prepared", trail=(HOME,))


def _group(kind: str, laws: Sequence[CountedLaw]) -> LawGroup:
    ordered = sorted(laws, key=lambda one: one.law.title.lower())
    return LawGroup(
        _KINDS[kind], {"act": "acts", "instrument": "regulations"}.get(kind, kind), tuple(map(_counted, ordered))
    )


def _counted(one: CountedLaw) -> Counted:
    return Counted(one.law.title, f"{PATH}/{one.law.slug}", one.count)
