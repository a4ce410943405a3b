"""The page for a reference that the register does not have."""

from dataclasses import dataclass

from upheld.ui.site import Link


@dataclass(frozen=True, slots=True)
class UnknownReferencePage:
    """`reference` as this scheme prints it; `near` are published decisions whose reference differs by its letter only.

    `source` leads to the Ombudsman's own site when the register is a copy of it.
    """

    reference: str
    near: tuple[Link, ...]
    source: Link | None
    ways: tuple[Link, ...]
