"""Saved views: the person's own and those that others share."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.desk.asking import FIND
from upheld.desk.frame import HOME
from upheld.editorial.models import SavedView
from upheld.ui.site import Head, Link


@dataclass(frozen=True)
class OneView:
    """A saved view and where it leads."""

    pk: int
    name: str
    href: str
    owner: str
    is_shared: bool


@dataclass(frozen=True)
class SavedViews:
    """The page."""

    own: tuple[OneView, ...]
    others: tuple[OneView, ...]


def make_views(views: Sequence[SavedView], me: str) -> SavedViews:
    """The page for the person."""
    shown = [
        OneView(one.pk, one.name, f"{FIND}?{one.query}" if one.query else FIND, one.owner, one.is_shared)
        for one in views
    ]
    return SavedViews(tuple(one for one in shown if one.owner == me), tuple(one for one in shown if one.owner != me))


def views_head() -> Head:
    """What the page says of itself."""
    return Head("Saved views", trail=(HOME, Link("Find", FIND)))
