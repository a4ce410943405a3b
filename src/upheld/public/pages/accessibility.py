"""The accessibility statement."""

from dataclasses import dataclass

from django.conf import settings

from upheld.scheme import get_scheme
from upheld.ui.site import HOME, Head


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """`contact` is how to reach the people who run this register; empty when the deployment names nobody."""

    site_name: str
    contact: str


def make_accessibility() -> AccessibilityPage:
    """The page."""
    scheme = get_scheme()
    return AccessibilityPage(scheme.brand.name, settings.CONTACT or scheme.texts.contact)


def accessibility_head() -> Head:
    """What the page says of itself."""
    description = "How accessible this register is, and how to tell us where it is not."
    return Head("Accessibility statement", description, "/accessibility", (HOME,))
