"""An earlier version of a decision."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from upheld.public.items import name_organisations
from upheld.public.pages.alternates import list_alternates, list_copies
from upheld.public.pages.category import ALL_DECISIONS
from upheld.public.pages.decision import places_of
from upheld.public.pages.history import change_words, day_of, may_compare, reason_words
from upheld.public.pages.labels import label_block
from upheld.public.pages.remedies import PutRight, make_put_right
from upheld.public.pages.text import make_sections
from upheld.public.queries.decision import VersionLine
from upheld.register.content import Facts, read_facts
from upheld.register.models import Decision, Version
from upheld.register.queries.reading import get_remedies
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
    ways: tuple[Link, ...]
    """What this version and the next one changed, where that may be shown; the versions before and after it."""
    rows: tuple[Row, ...]
    summary: str
    put_right: PutRight | None
    sections: tuple[TextSection, ...]
    copies: tuple[Link, ...]
    """The same version as a file, by kind."""


def make_version(decision: Decision, version: Version, lines: Sequence[VersionLine]) -> VersionPage:
    """The page of an earlier version that still has its text; `lines` are all versions of the decision."""
    facts, known = read_facts(version.content or ""), {line.number: line for line in lines}
    following = known[version.number + 1]
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
        ways=_ways(decision, version.number, known),
        rows=(*_organisations(facts), *label_block(decision, facts)),
        summary=version.summary or "",
        put_right=make_put_right(get_remedies(version, facts)),
        sections=make_sections(facts.sections),
        copies=list_copies(f"{decision.get_absolute_url()}/v/{version.number}"),
    )


def _organisations(facts: Facts) -> tuple[Row, ...]:
    """The bodies as this version prints them."""
    label = "Organisations" if len(facts.organisations) > 1 else "Organisation"
    return (Row(label, links=tuple(map(Link, facts.organisations))),) if facts.organisations else ()


def _ways(decision: Decision, number: int, known: Mapping[int, VersionLine]) -> tuple[Link, ...]:
    address = f"{decision.get_absolute_url()}/v"
    changes = [
        Link(f"What changed in version {one}", f"{address}/{one}/changes")
        for one in (number, number + 1)
        if one - 1 in known and may_compare(known[one], known[one - 1])
    ]
    versions = [
        Link(f"{name}: version {one}", f"{address}/{one}")
        for name, one in (("Previous", number - 1), ("Next", number + 1))
        if one in known and not known[one].is_erased and one != decision.version_number
    ]
    return (*changes, *versions)


def version_head(page: VersionPage, decision: Decision) -> Head:
    """What the page says of itself. Its canonical address is the decision's."""
    present = Link(decision.reference, decision.get_absolute_url())
    address = f"{decision.get_absolute_url()}/v/{page.number}"
    return Head(
        page.title,
        path=present.href,
        trail=(HOME, ALL_DECISIONS, *places_of(decision), present),
        foot=f"{page.reference}, version {page.number}, superseded, {settings.PUBLIC_URL}{address}",
        alternates=list_alternates(address),
    )
