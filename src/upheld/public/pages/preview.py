"""A decision that is not public, made ready for the page on which readers would see it."""

import datetime as dt
from dataclasses import dataclass

from upheld.lib.slugs import slugify
from upheld.public.pages.decision import DecisionPage, Known, make_decision
from upheld.public.pages.linked_text import read_mentioned
from upheld.public.queries.citations import Citing
from upheld.public.queries.compliance import Compliance, Followed
from upheld.public.queries.decision import Body, VersionLine
from upheld.register.content import Content, read_facts
from upheld.register.models import Category, Decision, Organisation, Version
from upheld.register.models.decision import PUBLISHED
from upheld.register.models.version import FIRST
from upheld.register.queries.organisation import match_bodies
from upheld.register.records import DecisionRecord


@dataclass(frozen=True, slots=True)
class Preview:
    """The page, what stands above it, and the way back to where it is worked on."""

    decision: DecisionPage
    words: str
    back: str


def read_content(content: Content, at: dt.datetime, version: int = 1) -> Known:
    """All that a decision's page shows, of content that is in no register."""
    decision, facts = _decision(content, at, version), read_facts(content.facts)
    return Known(
        decision=decision,
        facts=facts,
        bodies=_bodies(content.record),
        versions=(VersionLine(version, FIRST, "", at, None),),
        compliance=Compliance(
            content.record.satisfied_on, tuple(Followed(one.printed, None) for one in content.further), ()
        ),
        mentioned=read_mentioned(decision, facts),
        citing=Citing(),
        similar=(),
        same_case=(),
    )


def make_preview(content: Content, *, words: str, back: str, at: dt.datetime, version: int = 1) -> Preview:
    """The page as readers would see it. Nothing is written."""
    return Preview(make_decision(read_content(content, at, version)), words, back)


def _decision(content: Content, at: dt.datetime, version: int) -> Decision:
    record = content.record
    category = _place(record.category, None)
    return Decision(
        reference=content.reference.printed,
        reference_key=content.reference.key + content.reference.suffix,
        document_type=content.document_type,
        outcome=content.outcome,
        category=category,
        subcategory=_place(record.subcategory, category) if record.subcategory else None,
        decided_on=record.decided_on,
        published_on=record.published_on,
        state=PUBLISHED,
        added_at=at,
        changed_at=at,
        state_at=at,
        source_url=record.source_url or "",
        related=list(record.related),
        satisfied_on=record.satisfied_on,
        version=Version(number=version, summary=record.summary, content=content.facts, made_at=at),
        version_number=version,
    )


def _place(name: str, parent: Category | None) -> Category:
    """The category of this name, or as it would be."""
    slug = slugify(name)
    found = Category.objects.filter(slug=slug, parent__slug=parent.slug if parent else None).first()
    return found or Category(name=name, slug=slug, parent=parent)


def _bodies(record: DecisionRecord) -> tuple[Body, ...]:
    known = match_bodies(record.organisations)
    bodies = Organisation.objects.select_related("successor").in_bulk([one for one in known.values() if one])
    return tuple(_body(printed.name, bodies.get(known[printed] or 0)) for printed in record.organisations)


def _body(printed: str, known: Organisation | None) -> Body:
    if known is None:
        return Body(printed, printed, slugify(printed), None, None, None)
    successor = known.successor
    return Body(
        printed,
        known.name,
        known.slug,
        known.end_on,
        successor.name if successor else None,
        successor.slug if successor else None,
    )
