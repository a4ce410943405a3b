"""A published decision."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from upheld.lib.dates import format_date
from upheld.public.items import document_type, name_organisations, place_name
from upheld.public.pages.alternates import list_copies
from upheld.public.pages.chapter import LongRead, make_long_read
from upheld.public.pages.cite import Citation, Cited, make_citations
from upheld.public.pages.cited_law import CitedLaw, make_cited_law
from upheld.public.pages.history import History, day_of, make_history
from upheld.public.pages.how_to_read import document_address, outcome_address
from upheld.public.pages.labels import label_block
from upheld.public.pages.linked_text import Mentioned, make_linker, read_mentioned
from upheld.public.pages.marks import Marks
from upheld.public.pages.related import RelatedGroup, make_related
from upheld.public.pages.remedies import PutRight, make_put_right
from upheld.public.pages.text import make_contents, make_sections
from upheld.public.queries.citations import Citing, list_citing, list_same_case
from upheld.public.queries.compliance import Compliance, get_compliance
from upheld.public.queries.decision import Body, VersionLine, list_bodies, list_versions
from upheld.public.queries.listing import Listed
from upheld.public.queries.similar import list_similar
from upheld.register.content import Facts, read_facts
from upheld.register.models import Decision
from upheld.register.names import name_key
from upheld.register.queries.reading import get_remedies
from upheld.scheme import DocumentType, NextStep, Outcome, get_scheme
from upheld.ui.components import Row
from upheld.ui.site import Link
from upheld.ui.text import ContentsLine, Runs, TextSection


@dataclass(frozen=True, slots=True)
class OrganisationNote:
    """`text` stands before the link, when there is one: `This council ended on 31 March 2023. Now:`."""

    text: str
    link: Link | None


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
    document_href: str
    """Where its document type is explained; so `outcome_href`."""
    outcome: Outcome | None
    outcome_href: str
    decided_on: dt.date | None
    organisations: tuple[Link, ...]
    organisation_notes: tuple[OrganisationNote, ...]
    rows: tuple[Row, ...]
    summary: tuple[Runs, ...]
    """A paragraph each."""
    put_right: PutRight | None
    contents: tuple[ContentsLine, ...]
    long_read: LongRead | None
    """How it can be read by chapters, when it is long."""
    sections: tuple[TextSection, ...]
    has_printed: bool
    """Whether the source prints other numbers than those that run through the text."""
    law: tuple[CitedLaw, ...]
    related: tuple[RelatedGroup, ...]
    next_steps: tuple[NextStep, ...]
    citations: tuple[Citation, ...]
    copies: tuple[Link, ...]
    """The same decision as a file, by kind."""
    source_url: str
    """Where it was published first; empty when not known."""
    history: History
    """Its versions, and what became of it."""
    more: tuple[Link, ...]
    """Ways on: the list of its subcategory, of its organisation."""
    marks: Marks | None = None
    """What is said of the words that are marked, where some are."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that a decision's page shows, as read: from the register, and by programs from the text."""

    decision: Decision
    facts: Facts
    bodies: tuple[Body, ...]
    versions: tuple[VersionLine, ...]
    compliance: Compliance
    mentioned: Mentioned
    citing: Citing
    same_case: tuple[Listed, ...]
    similar: tuple[Listed, ...]

    @property
    def summary(self) -> str:
        """The summary as published."""
        return self.decision.version.summary or ""

    @property
    def title(self) -> str:
        """`Alderford Borough Council (21 000 001)`."""
        return f"{name_organisations([body.printed for body in self.bodies])} ({self.decision.reference})"


def read_decision(decision: Decision) -> Known:
    """All about a published decision, loaded with its places and its version."""
    facts = read_facts(decision.version.content or "")
    mentioned, citing, same_case = read_mentioned(decision, facts), list_citing(decision), list_same_case(decision)
    listed = {one.href for one in (*same_case, *citing.decisions, *(one.listed for one in mentioned.decisions))}
    return Known(
        decision=decision,
        facts=facts,
        bodies=list_bodies(decision.pk),
        versions=list_versions(decision.pk),
        compliance=get_compliance(decision),
        mentioned=mentioned,
        citing=citing,
        same_case=same_case,
        similar=list_similar(decision.pk, facts, decision.version.summary or "", listed),
    )


def make_decision(known: Known) -> DecisionPage:
    """The page of a published decision."""
    scheme, decision, facts = get_scheme(), known.decision, known.facts
    linker = make_linker(known.mentioned)
    summary = tuple(linker.runs(" ".join(part.split())) for part in known.summary.split("\n\n") if part.strip())
    sections = make_sections(facts.sections, linker)
    kind = document_type(decision.document_type)
    outcome = scheme.outcome(decision.outcome) if decision.outcome else None
    return DecisionPage(
        title=known.title,
        reference=decision.reference,
        document_type=kind,
        document_href=document_address(kind),
        outcome=outcome,
        outcome_href=outcome_address(outcome) if outcome else "",
        decided_on=decision.decided_on,
        organisations=tuple(_body(body.printed, body.slug) for body in known.bodies),
        organisation_notes=tuple(note for body in known.bodies for note in _notes(body)),
        rows=(*_organisation_rows(known.bodies), *label_block(decision, facts), _version_row(known)),
        summary=summary,
        put_right=make_put_right(get_remedies(decision.version, facts)),
        contents=make_contents(sections),
        long_read=make_long_read(facts.sections, sections, decision.get_absolute_url()),
        sections=sections,
        has_printed=any(one.printed for section in sections for one in section.paragraphs),
        law=make_cited_law(known.mentioned.law),
        related=make_related(known.same_case, known.mentioned.decisions, known.citing, decision.related, known.similar),
        next_steps=scheme.next_steps_for(decision.outcome, decision.document_type),
        citations=make_citations(_cited(known)),
        copies=list_copies(decision.get_absolute_url()),
        source_url=decision.source_url if decision.source_url.startswith(("https://", "http://")) else "",
        history=make_history(decision, known.versions, known.compliance),
        more=_more(decision, known.bodies),
    )


def places_of(decision: Decision) -> tuple[Link, ...]:
    """The ways up from a decision. On a phone the last one stands alone, so it says of what it is the `Other`."""
    category, below = decision.category, decision.subcategory
    above = Link(category.name, category.get_absolute_url())
    return (above, Link(place_name(below.name, category.name), below.get_absolute_url())) if below else (above,)


def _organisation_rows(bodies: Sequence[Body]) -> tuple[Row, ...]:
    links = tuple(_body(body.printed, body.slug) for body in bodies)
    return (Row("Organisations" if len(links) > 1 else "Organisation", links=links),) if links else ()


def _version_row(known: Known) -> Row:
    present = known.versions[0]
    words = f"{present.number} ({format_date(day_of(present.made_at))})"
    return Row("Version", links=(Link(words, "#history"),)) if len(known.versions) > 1 else Row("Version", words)


def _cited(known: Known) -> Cited:
    decision, present = known.decision, known.versions[0]
    kind = document_type(decision.document_type)
    return Cited(
        author=get_scheme().name,
        bodies=name_organisations([body.printed for body in known.bodies]),
        reference=decision.reference,
        document_type=kind.label or kind.name,
        decided_on=decision.decided_on,
        version=present.number,
        version_on=day_of(present.made_at),
        address=settings.PUBLIC_URL + decision.get_absolute_url(),
    )


def _notes(body: Body) -> list[OrganisationNote]:
    notes = []
    if name_key(body.printed) != name_key(body.name):
        notes.append(OrganisationNote(f"{body.printed} is listed here as:", _body(body.name, body.slug)))
    if body.ended_on is not None:
        ended = f"{body.name} ended on {format_date(body.ended_on)}."
        successor = _body(body.successor, body.successor_slug) if body.successor and body.successor_slug else None
        notes.append(OrganisationNote(f"{ended} Its work went to:" if successor else ended, successor))
    return notes


def _body(name: str, slug: str) -> Link:
    return Link(name, f"/organisations/{slug}")


def _more(decision: Decision, bodies: Sequence[Body]) -> tuple[Link, ...]:
    place = decision.subcategory or decision.category
    name = place_name(place.name, decision.category.name)
    return (Link(name, place.get_absolute_url()), *(_body(body.name, body.slug) for body in bodies[:3]))
