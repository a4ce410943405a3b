"""The home page."""

import datetime as dt
from dataclasses import dataclass

from upheld.ui.components import Counted, DecisionItem
from upheld.ui.site import Link


@dataclass(frozen=True, slots=True)
class HomePage:
    """What this is, a search field with `examples`, the subjects with counts, the latest decisions, and figures.

    `total` counts the published decisions, `first` and `last` are the earliest and latest day of decision among them.
    """

    strapline: str
    examples: tuple[Link, ...]
    categories: tuple[Counted, ...]
    latest: tuple[DecisionItem, ...]
    total: int
    organisations: int
    first: dt.date | None
    last: dt.date | None
