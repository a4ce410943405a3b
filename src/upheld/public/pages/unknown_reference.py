"""The page for a reference that the register does not have."""

from dataclasses import dataclass

from upheld.analysis.references import Reference
from upheld.public.pages.errors import WAYS
from upheld.public.queries.decision import list_same_number
from upheld.register.queries.register import is_demo
from upheld.scheme import get_scheme
from upheld.ui.site import HOME, Head, Link


@dataclass(frozen=True, slots=True)
class UnknownReferencePage:
    """`reference` as this scheme prints it; `near` are published decisions whose reference differs by its letter only.

    `source` leads to the Ombudsman's own site when the register is a copy of it.
    """

    reference: str
    near: tuple[Link, ...]
    source: Link | None
    ways: tuple[Link, ...]


def make_unknown_reference(reference: Reference) -> UnknownReferencePage:
    """The page that helps."""
    texts, is_copy = get_scheme().texts, not get_scheme().official and not is_demo()
    return UnknownReferencePage(
        reference=reference.printed,
        near=tuple(Link(one.reference, one.get_absolute_url()) for one in list_same_number(reference.key)),
        source=Link(texts.source_name, texts.source_address) if texts.source_address and is_copy else None,
        ways=WAYS,
    )


def unknown_reference_head(page: UnknownReferencePage) -> Head:
    """What the page says of itself."""
    return Head(f"Decision {page.reference} is not in this register", trail=(HOME,))
