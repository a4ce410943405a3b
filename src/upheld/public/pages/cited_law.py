"""The law that a decision cites, as its page lists it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from upheld.analysis.law import LawCitation
from upheld.analysis.paragraphs import SUMMARY
from upheld.ui.site import Link


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision that is cited: its page among ours, the places that cite it, and where the law itself is."""

    link: Link
    places: tuple[Link, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class CitedLaw:
    """One law: its page among ours, the places that cite it as a whole, its provisions, and where it is itself."""

    link: Link
    places: tuple[Link, ...]
    provisions: tuple[Provision, ...]
    source: str = ""


def make_cited_law(citations: Sequence[LawCitation]) -> tuple[CitedLaw, ...]:
    """Each law with its provisions, in the order given."""
    return tuple(_law(list(group)) for _, group in groupby(citations, key=lambda one: one.slug))


def law_address(citation: LawCitation) -> str:
    """The page of a law or a provision among ours."""
    return f"/law/{citation.slug}/{citation.place}" if citation.place else f"/law/{citation.slug}"


def place_links(addresses: Sequence[str]) -> tuple[Link, ...]:
    """Links to places of the text, those that are no numbered paragraphs first: `the summary`, `12`."""
    links = (Link(_short(address), f"#{address}") for address in addresses)
    return tuple(sorted(links, key=lambda link: link.text.isdecimal()))


def _short(address: str) -> str:
    number, _, behind = address.removeprefix("p").partition("-")
    if address == SUMMARY or not number.isdigit():
        return "the summary" if address == SUMMARY else "a heading"
    return f"below paragraph {number}" if behind else number


def _law(group: Sequence[LawCitation]) -> CitedLaw:
    first = group[0]
    wholes = [one for one in group if not one.provision]
    provisions = tuple(
        Provision(Link(one.provision, law_address(one)), place_links(one.at), one.href)
        for one in group
        if one.provision
    )
    at = [address for one in wholes for address in one.at]
    source = next((one.href for one in wholes if one.href), "")
    return CitedLaw(Link(first.title, f"/law/{first.slug}"), place_links(at), provisions, source)
