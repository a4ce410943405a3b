"""The forms in which what a page shows can be had, for programs that look for them."""

from upheld.public.twins.forms import FORMS
from upheld.ui.site import Alternate


def list_alternates(address: str) -> tuple[Alternate, ...]:
    """Every form of the decision, or of the version, at an address."""
    return tuple(Alternate(f"{address}.{form.ending}", form.type, form.name) for form in FORMS.values())
