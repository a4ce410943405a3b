"""A published decision."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from upheld.analysis.references import Reference
from upheld.lib.dates import date_in_zone, format_date
from upheld.public.items import document_type, name_organisations, place_name
from upheld.public.pages.category import ALL_DECISIONS
from upheld.public.pages.remedies import RemedyLine, make_remedy
from upheld.public.pages.text import label_block, make_sections
from upheld.public.queries.decision import Body, VersionLine, list_bodies, list_published, list_versions
from upheld.register.content import read_facts
from upheld.register.models import Decision
from upheld.register.models.version import FIRST, MAJOR, MINOR, REDACTED
from upheld.register.names import name_key
from upheld.scheme import DocumentType, Outcome, get_scheme
from upheld.ui.components import Row, TextSection
from upheld.ui.site import HOME, Head, Link

_CHANGES = {FIRST: "First published here", MINOR: "Small correction", MAJOR: "Corrected", REDACTED: "Words removed"}


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


def make_decision(decision: Decision) -> DecisionPage:
    """The page of a published decision, loaded with its places and its version."""
    scheme, bodies = get_scheme(), list_bodies(decision.pk)
    facts = read_facts(decision.version.content or "")
    title = f"{name_organisations([body.printed for body in bodies])} ({decision.reference})"
    return DecisionPage(
        title=title,
        reference=decision.reference,
        document_type=document_type(decision.document_type),
        outcome=scheme.outcome(decision.outcome) if decision.outcome else None,
        organisations=tuple(Link(body.printed, f"/organisations/{body.slug}") for body in bodies),
        organisation_notes=tuple(note for body in bodies for note in _notes(body)),
        rows=label_block(decision, facts),
        summary=decision.version.summary or "",
        remedies=tuple(make_remedy(remedy) for remedy in facts.remedies),
        sections=make_sections(facts.sections),
        related=_related(decision.related),
        citation=_citation(decision, title),
        source_url=decision.source_url if decision.source_url.startswith(("https://", "http://")) else "",
        history=_history(decision, list_versions(decision.pk)),
        more=_more(decision, bodies),
    )


def decision_head(page: DecisionPage, decision: Decision) -> Head:
    """What the page says of itself, for people and for programs."""
    path = decision.get_absolute_url()
    trail = (HOME, ALL_DECISIONS, *places_of(decision))
    about = decision.subcategory or decision.category
    data = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": page.title,
        "url": f"{settings.PUBLIC_URL}{path}",
        "reportNumber": page.reference,
        "genre": page.document_type.name,
        "about": [{"@type": "Organization", "name": link.text} for link in page.organisations],
        "keywords": [about.name, *([page.outcome.name] if page.outcome else [])],
        "abstract": page.summary[:2_000],
        "author": {"@type": "Organization", "name": get_scheme().name},
        "inLanguage": "en-GB",
        "dateCreated": decision.decided_on.isoformat() if decision.decided_on else None,
        "datePublished": decision.published_on.isoformat() if decision.published_on else None,
        "isBasedOn": page.source_url or None,
    }
    known = {key: value for key, value in data.items() if value}
    return Head(page.title, shorten(page.summary), path, trail, kind="article", json_ld=known)


def places_of(decision: Decision) -> tuple[Link, ...]:
    """The ways up from a decision. On a phone the last one stands alone, so it says of what it is the `Other`."""
    category, below = decision.category, decision.subcategory
    above = Link(category.name, category.get_absolute_url())
    return (above, Link(place_name(below.name, category.name), below.get_absolute_url())) if below else (above,)


def shorten(text: str) -> str:
    """The text in at most 200 characters, cut between words."""
    words = " ".join(text.split())
    return words if len(words) <= 200 else f"{words[:199].rpartition(' ')[0]}…"


def change_words(line: VersionLine) -> str:
    """What a version changed, in words."""
    return _CHANGES.get(line.change, line.change)


def reason_words(slug: str) -> str:
    """A reason as the public is given it; nothing when there is none."""
    reason = get_scheme().reason(slug)
    return reason.label if reason else ""


def day_of(instant: dt.datetime) -> dt.date:
    """The day of an instant where the scheme is."""
    return date_in_zone(instant, get_scheme().timezone)


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


def _related(printed: Sequence[str]) -> tuple[RelatedDecision, ...]:
    pattern = get_scheme().pattern
    references: dict[str, Reference | None] = {text: pattern.parse_printed(text) for text in printed}
    known = list_published([one for one in references.values() if one])
    found = {text: known.get((one.key, one.suffix)) for text, one in references.items() if one}
    links = {text: decision.get_absolute_url() for text, decision in found.items() if decision}
    return tuple(RelatedDecision(Link(text, links.get(text))) for text in printed)


def _citation(decision: Decision, title: str) -> str:
    day = format_date(decision.decided_on) if decision.decided_on else ""
    return ", ".join(filter(None, (get_scheme().name, title, day, settings.PUBLIC_URL + decision.get_absolute_url())))


def _history(decision: Decision, versions: Sequence[VersionLine]) -> tuple[HistoryLine, ...]:
    address = decision.get_absolute_url()
    return tuple(
        HistoryLine(
            number=line.number,
            on=day_of(line.made_at),
            what=change_words(line),
            reason=reason_words(line.reason),
            href=None if line.number == decision.version_number or line.is_erased else f"{address}/v/{line.number}",
            is_present=line.number == decision.version_number,
            is_erased=line.is_erased,
        )
        for line in versions
    )


def _more(decision: Decision, bodies: Sequence[Body]) -> tuple[Link, ...]:
    place = decision.subcategory or decision.category
    name = place_name(place.name, decision.category.name)
    subjects = Link(f"More decisions about {name}", place.get_absolute_url())
    return (
        subjects,
        *(Link(f"More decisions about {body.name}", f"/organisations/{body.slug}") for body in bodies[:3]),
    )
