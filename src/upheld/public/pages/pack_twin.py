"""A pack as its files show it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings

from upheld.lib.dates import format_date
from upheld.public.items import document_type
from upheld.public.pack.reading import Found, Included
from upheld.public.pages.about import DEMO, author
from upheld.public.pages.twin import make_twin
from upheld.public.twins.pack import PackTwin
from upheld.public.twins.twin import Twin
from upheld.register.content import Facts, read_facts
from upheld.register.queries.register import is_demo
from upheld.scheme import get_scheme

COPIES = "These are copies. A decision can be corrected or withdrawn later; what holds today is at the address of each."
_PRINTED = "A number in square brackets beside that of a paragraph is what the source prints there."


def pack_title(count: int) -> str:
    """`A pack of 12 decisions`."""
    return f"A pack of {count} decision{'' if count == 1 else 's'}"


def facts_line(facts: Facts) -> str:
    """`Upheld, public report, decided on 5 April 2022`."""
    outcome = get_scheme().outcome(facts.outcome) if facts.outcome else None
    kind = document_type(facts.document_type)
    name = kind.label or kind.name
    day = f"decided on {format_date(dt.date.fromisoformat(facts.decided_on))}" if facts.decided_on else ""
    return ", ".join(filter(None, (outcome.name if outcome else "", name[:1].lower() + name[1:], day)))


def make_pack_twin(found: Found, unread: int, today: dt.date) -> PackTwin:
    """The pack, made on that day; `unread` pieces of the choice were no references."""
    twins = tuple(map(_twin, found.included))
    address = settings.PUBLIC_URL + found.exact.address()
    return PackTwin(
        title=pack_title(len(twins)),
        scheme=author(),
        made=(
            f"Made on {format_date(today)} from the register as it stood at entry {found.head:,} of its journal.",
            "The same versions are always here:",
        ),
        made_on=today.isoformat(),
        made_words=format_date(today),
        address=address,
        short_address=f"{settings.PUBLIC_URL}/pack",
        decisions=twins,
        facts=tuple(
            f"{facts_line(read_facts(one.version.content or ''))}, {one.version_words}" for one in found.included
        ),
        left_out=(*(f"{one.chosen.reference.printed} {one.why}." for one in found.left_out), *_unread(unread)),
        about=tuple(_about(twins)),
    )


def _twin(one: Included) -> Twin:
    """The twin without what stands around its text: where it comes from is said once."""
    made = make_twin(one.decision, one.version, one.following)
    rows = tuple(row for row in made.rows if row[0] != "Version")
    version = one.version_words
    rows = (*rows, ("Version", version.removeprefix("version ")), ("Address", made.address))
    return replace(made, rows=rows, version=version, laws=(), laws_note="", steps=(), about=())


def _unread(count: int) -> Iterator[str]:
    if count:
        yield f"{count} of the pieces chosen {'is no reference' if count == 1 else 'are no references'}."


def _about(twins: tuple[Twin, ...]) -> Iterator[str]:
    yield COPIES
    if is_demo():
        yield DEMO
    elif not get_scheme().official:
        yield get_scheme().texts.not_official
    if any(remedy.place for twin in twins for remedy in twin.remedies):
        yield "What was put right was read from the texts by a program. The texts are what counts."
    if any(one.mark and one.printed for twin in twins for section in twin.sections for one in section.paragraphs):
        yield _PRINTED
