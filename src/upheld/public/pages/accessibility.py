"""The accessibility statement."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """`contact` is how to reach the people who run this register; empty when the deployment names nobody."""

    site_name: str
    contact: str
