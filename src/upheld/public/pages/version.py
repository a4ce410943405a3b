"""An earlier version of a decision."""

import datetime as dt
from dataclasses import dataclass

from upheld.public.items import name_organisations
from upheld.public.pages.category import ALL_DECISIONS
from upheld.public.pages.decision import change_words, day_of, places_of, reason_words
from upheld.public.pages.labels import label_block
from upheld.public.pages.text import make_sections
from upheld.public.queries.decision import VersionLine
from upheld.register.content import read_facts
from upheld.register.models import Decision, Version
from upheld.ui.components import Row
from upheld.ui.site import HOME, Head, Link
from upheld.ui.text import TextSection


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


def make_version(decision: Decision, version: Version, following: VersionLine) -> VersionPage:
    """The page of a version that still has its text; `following` is the version that came after it."""
    facts = read_facts(version.content or "")
    reason = reason_words(following.reason)
    return VersionPage(
        title=f"{name_organisations(facts.organisations)} ({decision.reference}), version {version.number}",
        reference=decision.reference,
        number=version.number,
        of=decision.version_number,
        made_on=day_of(version.made_at),
        replaced_on=day_of(following.made_at),
        why=": ".join(filter(None, (change_words(following), reason[:1].lower() + reason[1:]))),
        present=Link(f"{decision.reference} as it reads today", decision.get_absolute_url()),
        rows=label_block(decision, facts),
        summary=version.summary or "",
        sections=make_sections(facts.sections),
    )


def version_head(page: VersionPage, decision: Decision) -> Head:
    """What the page says of itself. Its canonical address is the decision's."""
    present = Link(decision.reference, decision.get_absolute_url())
    return Head(page.title, path=present.href, trail=(HOME, ALL_DECISIONS, *places_of(decision), present))
