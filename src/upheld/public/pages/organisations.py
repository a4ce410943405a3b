"""Organisations from A to Z."""

from dataclasses import dataclass

from upheld.ui.components import Letter


@dataclass(frozen=True, slots=True)
class OrganisationsPage:
    """All organisations with decisions, or those that `query` finds by any name they ever had.

    `shown` of `total` organisations are in `letters`; `is_whole` when nothing was left out. A `query` that finds
    nothing gives no letters. `decisions` is the number of published decisions in the register.
    """

    query: str
    letters: tuple[Letter, ...]
    shown: int
    total: int
    decisions: int
    is_whole: bool
