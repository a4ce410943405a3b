"""A pack of decisions as one page, and the form in which it is chosen."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from upheld.public.items import name_organisations
from upheld.public.pack.choice import MOST, Choice, Chosen
from upheld.public.pack.reading import Found, Included, LeftOut
from upheld.public.pages.history import day_of
from upheld.public.pages.labels import label_block
from upheld.public.pages.pack_twin import facts_line, pack_title
from upheld.public.pages.remedies import PutRight, make_put_right
from upheld.public.pages.text import make_sections
from upheld.public.twins.forms import PDF, WORD
from upheld.register.content import Facts, read_facts
from upheld.register.queries.reading import get_remedies
from upheld.scheme import get_scheme
from upheld.ui.components import Row
from upheld.ui.site import HOME, Head, Link
from upheld.ui.text import Paragraph, TextSection

MOST_CHARACTERS = 1_200_000
"""Characters of a pack, as the register keeps them: some 180,000 words."""

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class PackDecision:
    """One of the decisions. Every address in it begins with `anchor`, because there are others on the page.

    `facts` are its outcome, kind and day; `version` says which it is: `version 2 of 3, 5 April 2022`. `remove` leads to
    the pack without it.
    """

    anchor: str
    title: str
    reference: str
    facts: str
    version: str
    superseded: bool
    link: Link
    remove: str
    rows: tuple[Row, ...]
    summary: tuple[str, ...]
    put_right: PutRight | None
    sections: tuple[TextSection, ...]


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """One that was chosen and is not there: `why` goes on after its reference, `remove` is the pack without it."""

    reference: Link
    why: str
    remove: str


@dataclass(frozen=True, slots=True)
class PackPage:
    """A pack, or why there is none: nothing was chosen, or too much, which can then be had in `parts`.

    `kept` is the choice as the form keeps it. `exact` is the address that always gives these versions, empty where this
    is it. `files` are the same pack as files. It was made on the day `made_on`; `head` is the journal's number that it
    is as of, and `moved_on` the day of that entry.
    """

    title: str
    kept: str
    decisions: tuple[PackDecision, ...]
    left_out: tuple[LeftOutLine, ...]
    unread: tuple[str, ...]
    exact: str
    is_exact: bool
    files: tuple[Link, ...]
    made_on: dt.date | None
    head: int
    moved_on: dt.date | None
    example: str
    most: int = MOST
    problem: str = ""
    parts: tuple[Link, ...] = ()


def make_pack(choice: Choice, found: Found, today: dt.date) -> PackPage:
    """The page of the choice, made today; one that is too long says so and how it can be had."""
    if found.length > MOST_CHARACTERS:
        return _too_much(choice, "These decisions are too long for one pack.", _by_length(found))
    kept = Choice(choice.chosen)
    return replace(
        _empty(choice, pack_title(len(found.included))),
        decisions=tuple(_decision(one, kept) for one in found.included),
        left_out=tuple(_left_out(one, kept) for one in found.left_out),
        exact=settings.PUBLIC_URL + found.exact.address(),
        is_exact=all(one.chosen.version is not None for one in found.included),
        files=tuple(
            Link(name, choice.address(f"/pack.{form.ending}")) for form, name in ((PDF, "PDF"), (WORD, "Word file"))
        )
        if found.included
        else (),
        made_on=today,
        head=found.head,
        moved_on=day_of(found.moved_at) if found.moved_at else None,
    )


def make_oversized(choice: Choice) -> PackPage:
    """The page of a choice with more decisions than a pack may have."""
    problem = f"You chose {len(choice.chosen)} decisions; a pack holds at most {MOST}."
    return _too_much(choice, problem, choice.in_parts())


def make_choosing(choice: Choice) -> PackPage:
    """The page while nothing is chosen."""
    return _empty(choice, "Make a pack of decisions")


def pack_head(page: PackPage) -> Head:
    """What the page says of itself."""
    title = f"Error: {page.title}" if page.problem else page.title
    foot = f"{page.title}, {settings.PUBLIC_URL}/pack" if page.decisions else ""
    return Head(title, trail=(HOME, Link("Search", "/search")), foot=foot)


def _empty(choice: Choice, title: str) -> PackPage:
    return PackPage(
        title=title,
        kept=",".join(one.slug for one in choice.chosen),
        decisions=(),
        left_out=(),
        unread=choice.unread,
        exact="",
        is_exact=False,
        files=(),
        made_on=None,
        head=0,
        moved_on=None,
        example=get_scheme().reference.example,
    )


def _too_much(choice: Choice, problem: str, parts: Sequence[Choice]) -> PackPage:
    links = tuple(
        Link(f"Part {number}: {len(part.chosen)} decisions", part.address()) for number, part in enumerate(parts, 1)
    )
    return replace(_empty(choice, "This is too much for one pack"), problem=problem, parts=links)


def _by_length(found: Found) -> list[Choice]:
    """The choice in parts that are short enough, in its order."""
    parts, length = [list[Chosen]()], 0
    for one in found.included:
        own = len(one.version.content or "")
        if parts[-1] and length + own > MOST_CHARACTERS:
            parts.append([])
            length = 0
        parts[-1].append(one.chosen)
        length += own
    return [Choice(tuple(part)) for part in parts]


def _decision(one: Included, choice: Choice) -> PackDecision:
    facts, summary = read_facts(one.version.content or ""), one.version.summary or ""
    anchor = one.exact.slug
    return PackDecision(
        anchor=anchor,
        title=f"{name_organisations(facts.organisations)} ({one.decision.reference})",
        reference=one.decision.reference,
        facts=facts_line(facts),
        version=one.version_words,
        superseded=one.following is not None,
        link=Link(settings.PUBLIC_URL + one.path, one.path),
        remove=choice.without(one.chosen).address(),
        rows=_rows(one, facts),
        summary=tuple(" ".join(part.split()) for part in summary.split("\n\n") if part.strip()),
        put_right=_put_right(make_put_right(get_remedies(one.version, facts)), anchor),
        sections=tuple(_section(section, anchor) for section in make_sections(facts.sections)),
    )


def _rows(one: Included, facts: Facts) -> tuple[Row, ...]:
    bodies = (
        (Row("Organisations", links=tuple(map(Link, facts.organisations))),) if len(facts.organisations) > 1 else ()
    )
    *labels, references = label_block(one.decision, facts)
    return (*bodies, *labels, Row("Version", one.version_words.removeprefix("version ")), references)


def _put_right(given: PutRight | None, anchor: str) -> PutRight | None:
    """The remedies, leading to paragraphs of this decision."""
    if given is None:
        return None
    groups = (
        replace(
            group,
            lines=tuple(
                replace(line, source=Link(line.source.text, f"#{anchor}-{(line.source.href or '')[1:]}"))
                if line.source
                else line
                for line in group.lines
            ),
        )
        for group in given.groups
    )
    return replace(given, groups=tuple(groups))


def _section(section: TextSection, anchor: str) -> TextSection:
    """One step below the decision's own heading."""
    return replace(
        section,
        anchor=f"{anchor}-{section.anchor}",
        depth=min(section.depth + 1, _DEEPEST),
        paragraphs=tuple(_paragraph(one, anchor) for one in section.paragraphs),
    )


def _paragraph(given: Paragraph, anchor: str) -> Paragraph:
    return replace(given, address=f"{anchor}-{given.address}", former="")


def _left_out(one: LeftOut, choice: Choice) -> LeftOutLine:
    return LeftOutLine(
        Link(one.chosen.reference.printed, one.href or None), one.why, choice.without(one.chosen).address()
    )
