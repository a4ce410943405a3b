"""A decision, and an earlier version of one."""

import datetime as dt
from dataclasses import dataclass

from upheld.scheme import DocumentType, Outcome
from upheld.ui.components import Row, TextSection
from upheld.ui.site import Link


@dataclass(frozen=True, slots=True)
class RemedyLine:
    """One act that puts something right. `title` is its kind in words, `sum` is `£1,350 a month` or empty.

    `status` is `agreed`, `recommended`, `already done` or `not made`; `terms` says for whom and within how long, in
    words, or nothing; `text` is what the source says of it, or nothing.
    """

    title: str
    sum: str
    status: str
    terms: str
    text: str


@dataclass(frozen=True, slots=True)
class RelatedDecision:
    """A reference that the decision names. `link.href` is None where the register does not show that decision."""

    link: Link


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A version: `what` was done in words, `reason` for the public or nothing.

    `href` leads to an earlier version; None for the present one, and for one that was erased (`is_erased`).
    """

    number: int
    on: dt.date
    what: str
    reason: str
    href: str | None
    is_present: bool
    is_erased: bool


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """A published decision. `title` is the heading: `Alderford Borough Council (21 000 001)`.

    `organisations` are the bodies as the decision prints them, each with its page; `organisation_notes` say what became
    of a body that was renamed or abolished, with links to who took over. `rows` are the label block. A decision known
    by its listing only has a summary and no `sections`.
    """

    title: str
    reference: str
    document_type: DocumentType
    outcome: Outcome | None
    organisations: tuple[Link, ...]
    organisation_notes: tuple["OrganisationNote", ...]
    rows: tuple[Row, ...]
    summary: str
    remedies: tuple[RemedyLine, ...]
    sections: tuple[TextSection, ...]
    related: tuple[RelatedDecision, ...]
    citation: str
    """How to cite it, in one line, with its address."""
    source_url: str
    """Where it was published first; empty when not known."""
    history: tuple[HistoryLine, ...]
    """Newest first; one line when it was never changed."""
    more: tuple[Link, ...]
    """Ways on: the list of its subcategory, of its organisation."""


@dataclass(frozen=True, slots=True)
class OrganisationNote:
    """`text` stands before the link, when there is one: `This council ended on 31 March 2023. Now:`."""

    text: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class VersionPage:
    """An earlier version of a decision, as it read from `made_on` until `replaced_on`."""

    title: str
    reference: str
    number: int
    of: int
    made_on: dt.date
    replaced_on: dt.date
    why: str
    """What the next version changed, and its reason, in words."""
    present: Link
    rows: tuple[Row, ...]
    summary: str
    sections: tuple[TextSection, ...]
