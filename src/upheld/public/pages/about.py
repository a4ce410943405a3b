"""What this register is."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings

from upheld.public.queries.counts import get_held
from upheld.register.queries.register import is_demo
from upheld.scheme import DocumentType, Outcome, get_scheme
from upheld.ui.site import HOME, Head, Link

DEMO = "This is a demonstration of the software. Nothing here was decided by an ombudsman."


@dataclass(frozen=True, slots=True)
class AboutPage:
    """The scheme's own sentences, its words explained, and what the register holds and covers.

    `reference_example` shows how references are written. `source` leads to the Ombudsman's own site, when there is one.
    """

    site_name: str
    ombudsman: str
    official: bool
    not_official: str
    strapline: str
    paragraphs: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    document_types: tuple[DocumentType, ...]
    reference_example: str
    source: Link | None
    contact: str
    total: int
    first: dt.date | None
    last: dt.date | None


def make_about() -> AboutPage:
    """The page."""
    scheme, held, demo = get_scheme(), get_held(), is_demo()
    texts = scheme.texts
    return AboutPage(
        site_name=scheme.brand.name,
        ombudsman=scheme.name,
        official=scheme.official,
        not_official=DEMO if demo else texts.not_official,
        strapline=texts.strapline,
        paragraphs=texts.about,
        outcomes=scheme.outcomes,
        document_types=scheme.document_types,
        reference_example=scheme.reference.example,
        source=Link(texts.source_name, texts.source_address) if texts.source_address and not demo else None,
        contact=settings.CONTACT or texts.contact,
        total=held.decisions,
        first=held.first,
        last=held.last,
    )


def about_head(page: AboutPage) -> Head:
    """What the page says of itself."""
    return Head("About this register", page.strapline, "/about", (HOME,))


def author() -> str:
    """Whose the decisions are: invented ones are nobody's."""
    return "Invented decisions" if is_demo() else get_scheme().name
