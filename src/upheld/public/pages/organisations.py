"""Organisations from A to Z."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from upheld.lib.dates import format_date
from upheld.lib.text import fold
from upheld.public.queries.counts import get_held
from upheld.public.queries.organisation import ListedBody, list_bodies
from upheld.register.queries.register import Coverage
from upheld.ui.components import Entry, Letter
from upheld.ui.site import HOME, Head


@dataclass(frozen=True, slots=True)
class OrganisationsPage:
    """All organisations with decisions or a successor, or those that `query` finds by any name they ever had.

    Of `total`, `named` are in published decisions; the rest lead to who took over. `shown` are in `letters`; `is_whole`
    when nothing was left out. A `query` that finds nothing gives no letters. A decision about two organisations is
    counted at each; `held` are all there are.
    """

    query: str
    letters: tuple[Letter, ...]
    shown: int
    total: int
    named: int
    held: Coverage
    is_whole: bool


def make_organisations(query: str) -> OrganisationsPage:
    """The page; `query` may be part of any name."""
    bodies = list_bodies()
    words = fold(query).split()
    found = [body for body in bodies if all(word in _words(body) for word in words)] if words else bodies
    return OrganisationsPage(
        query=query,
        letters=_letters(found),
        shown=len(found),
        total=len(bodies),
        named=sum(body.number > 0 for body in bodies),
        held=get_held(),
        is_whole=len(found) == len(bodies),
    )


def organisations_head(page: OrganisationsPage) -> Head:
    """What the page says of itself."""
    description = f"{page.named:,} organisations, each with the decisions about it."
    return Head("Organisations from A to Z", description, "/organisations", (HOME,))


def _words(body: ListedBody) -> str:
    """All that may be typed to find it: every name as it is, and without punctuation."""
    return " ".join([fold(body.name), *map(fold, body.others), *body.keys])


def _letters(bodies: Iterable[ListedBody]) -> tuple[Letter, ...]:
    groups = groupby(bodies, key=lambda body: (body.key[:1] or "#").upper())
    return tuple(Letter(letter, tuple(map(_entry, group))) for letter, group in groups)


def _entry(body: ListedBody) -> Entry:
    ended = f"Ended on {format_date(body.ended_on)}" if body.ended_on else ""
    successor = f"now {body.successor}" if body.successor else ""
    note = "; ".join(filter(None, (ended, successor)))
    return Entry(body.name, f"/organisations/{body.slug}", body.number, body.others, note[:1].upper() + note[1:])
