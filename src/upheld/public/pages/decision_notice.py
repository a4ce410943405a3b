"""What an address says whose decision, or version of one, may not be shown."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from upheld.ui.site import Link


@dataclass(frozen=True, slots=True)
class DecisionNotice:
    """Nothing of the decision itself is here, its reference aside.

    `held`: not available at present, without date or reason (404). `withdrawn`: with `on` and `reason` (410).
    `erased`: an earlier version that is gone, with `on`, `reason` and its `number` (410).
    """

    kind: Literal["held", "withdrawn", "erased"]
    title: str
    reference: str
    on: dt.date | None
    reason: str
    number: int | None
    ways: tuple[Link, ...]
