"""What a decision's page says of itself, for people and for programs."""

from typing import Any

from django.conf import settings

from upheld.analysis.law import LawCitation
from upheld.public.pages.alternates import list_alternates
from upheld.public.pages.category import ALL_DECISIONS
from upheld.public.pages.decision import DecisionPage, Known, places_of
from upheld.public.pages.history import day_of
from upheld.public.queries.listing import Listed
from upheld.scheme import get_scheme
from upheld.ui.site import HOME, Head

_TYPES = {".pdf": "application/pdf", ".json": "application/json", ".txt": "text/plain", ".md": "text/markdown"}


def decision_head(page: DecisionPage, known: Known) -> Head:
    """Its title, its address, the pages above it, and the decision as schema.org describes one."""
    path = known.decision.get_absolute_url()
    trail = (HOME, ALL_DECISIONS, *places_of(known.decision))
    data = {key: value for key, value in _report(page, known).items() if value}
    return Head(
        page.title,
        shorten(known.summary),
        path,
        trail,
        kind="article",
        json_ld=data,
        foot=_foot(page, known),
        alternates=list_alternates(path),
    )


def shorten(text: str) -> str:
    """The text in at most 200 characters, cut between words."""
    words = " ".join(text.split())
    return words if len(words) <= 200 else f"{words[:199].rpartition(' ')[0]}…"


def _report(page: DecisionPage, known: Known) -> dict[str, Any]:
    decision, present = known.decision, known.versions[0]
    subject = decision.subcategory or decision.category
    address = settings.PUBLIC_URL + decision.get_absolute_url()
    scheme = get_scheme()
    return {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": address,
        "name": page.title,
        "url": address,
        "reportNumber": page.reference,
        "identifier": [known.facts.reference, *known.facts.also_known_as],
        "genre": page.document_type.name,
        "about": [{"@type": "Organization", "name": link.text} for link in page.organisations],
        "keywords": [subject.name, *([page.outcome.name] if page.outcome else [])],
        "articleSection": subject.name,
        "abstract": known.summary[:2_000],
        "author": {"@type": "Organization", "name": scheme.name},
        "inLanguage": "en-GB",
        "version": str(present.number),
        "dateCreated": decision.decided_on.isoformat() if decision.decided_on else None,
        "datePublished": decision.published_on.isoformat() if decision.published_on else None,
        "dateModified": day_of(present.made_at).isoformat(),
        "isPartOf": {"@type": "Collection", "name": scheme.brand.name, "url": f"{settings.PUBLIC_URL}/"},
        "isBasedOn": page.source_url or None,
        "citation": [
            *map(_law, known.mentioned.law),
            *(_decision(one.listed) for one in known.mentioned.decisions if any(one.at)),
        ],
        "encoding": [_copy(address, ending, kind) for ending, kind in _TYPES.items()],
    }


def _law(citation: LawCitation) -> dict[str, str]:
    return {"@type": "Legislation", "name": citation.text} | ({"url": citation.href} if citation.href else {})


def _decision(listed: Listed) -> dict[str, str]:
    return {"@type": "Report", "reportNumber": listed.reference, "url": settings.PUBLIC_URL + listed.href}


def _copy(address: str, ending: str, kind: str) -> dict[str, str]:
    return {"@type": "MediaObject", "contentUrl": address + ending, "encodingFormat": kind}


def _foot(page: DecisionPage, known: Known) -> str:
    """What stands at the foot of each printed page."""
    version = f"version {known.versions[0].number}"
    return f"{page.reference}, {version}, {settings.PUBLIC_URL}{known.decision.get_absolute_url()}"
