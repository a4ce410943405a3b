"""What this register is."""

import datetime as dt
from dataclasses import dataclass

from upheld.scheme import DocumentType, Outcome
from upheld.ui.site import Link


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
