"""The forms in which what a page shows can be had, for programs that look for them."""

from upheld.public.twins.forms import FORMS
from upheld.ui.site import Alternate, Link


def list_alternates(address: str) -> tuple[Alternate, ...]:
    """Every form of the decision, or of the version, at an address."""
    return tuple(Alternate(f"{address}.{form.ending}", form.type, form.name) for form in FORMS.values())


def list_copies(address: str) -> tuple[Link, ...]:
    """The same for people: a link to each, named for its kind."""
    return tuple(Link(form.name[:1].upper() + form.name[1:], f"{address}.{form.ending}") for form in FORMS.values())


def feed_of(address: str, of: str) -> Alternate:
    """The feed at the address, of what is named so."""
    return Alternate(address, "application/atom+xml", f"Feed: {of}")
