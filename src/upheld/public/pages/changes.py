"""What a version of a decision changed, word by word."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from upheld.analysis.difference import ADDED, REMOVED, Change, Passage, Run
from upheld.public.items import name_organisations
from upheld.public.pages.category import ALL_DECISIONS
from upheld.public.pages.decision import places_of
from upheld.public.pages.history import change_words, day_of, reason_words
from upheld.public.queries.decision import VersionLine
from upheld.register.differences import Difference, FactChange
from upheld.register.models import Decision
from upheld.ui.site import HOME, Head, Link

SIDE = "side"
_CONTEXT = 1  # passages shown before and after one that changed
Standing = Literal["same", "changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A passage: `runs` are all its words, `old` and `new` those of each side. `group` says what kind it is of.

    `place` names it aloud, `Paragraph 12`, and leads to it on the newest version that has it; `mark` is what is printed
    before it besides, the `(a)` of an item.
    """

    standing: Standing
    group: str
    place: Link
    goes_on: bool
    """Whether it is of the same place as the one before it: an item of its list, a row of its table."""
    mark: str
    runs: tuple[Run, ...]
    old: tuple[Run, ...]
    new: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class DifferencePart:
    """Passages in a row: shown, or put away because none of them changed."""

    lines: tuple[DifferenceLine, ...]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What version `number` changed. `parts` are empty where no word changed, and where it may not be shown.

    `withheld` then is the scheme's reason why it may not.
    """

    title: str
    reference: str
    number: int
    made_on: dt.date
    what: str
    reason: str
    withheld: str
    facts: tuple[FactChange, ...]
    remedies: tuple[DifferencePart, ...]
    text: tuple[DifferencePart, ...]
    count: int
    """How many remedies and passages changed."""
    is_side: bool
    here: str
    """The address of this page, without the way it is shown."""
    before: Link | None
    """The version before, where it can be read."""
    version: Link
    """The version itself: the decision as it reads today, when it is the present one."""
    others: tuple[Link, ...]
    """What the versions before and after changed, where that may be shown."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The versions that a page compares, and the ways to others."""

    decision: Decision
    line: VersionLine
    before: VersionLine
    others: tuple[Link, ...]
    withheld: str
    """Why what changed may not be shown: a slug of the scheme; empty where it may."""


def make_changes(compared: Compared, difference: Difference | None, *, side: bool) -> ChangesPage:
    """The page. `difference` is None where it may not be shown."""
    decision, line, before = compared.decision, compared.line, compared.before
    addresses = (_address(decision, before.number), _address(decision, line.number))
    bodies = name_organisations(tuple(decision.organisations.order_by("position").values_list("name", flat=True)))
    return ChangesPage(
        title=f"What changed in version {line.number}: {bodies} ({decision.reference})",
        reference=decision.reference,
        number=line.number,
        made_on=day_of(line.made_at),
        what=change_words(line),
        reason=reason_words(line.reason),
        withheld=reason_words(compared.withheld),
        facts=difference.facts if difference else (),
        remedies=_parts(difference.remedies, addresses) if difference else (),
        text=_parts(difference.text, addresses) if difference else (),
        count=len(difference.changes) if difference else 0,
        is_side=side,
        here=f"{decision.get_absolute_url()}/v/{line.number}/changes",
        before=None if before.is_erased else Link(f"Version {before.number}", addresses[0]),
        version=Link(_version_words(decision, line), addresses[1]),
        others=compared.others,
    )


def changes_head(page: ChangesPage, decision: Decision) -> Head:
    """What the page says of itself. Its canonical address is the decision's."""
    present = Link(decision.reference, decision.get_absolute_url())
    return Head(page.title, path=present.href, trail=(HOME, ALL_DECISIONS, *places_of(decision), present))


def _address(decision: Decision, number: int) -> str:
    address = decision.get_absolute_url()
    return address if number == decision.version_number else f"{address}/v/{number}"


def _version_words(decision: Decision, line: VersionLine) -> str:
    is_present = line.number == decision.version_number
    return f"Version {line.number}, as the decision reads today" if is_present else f"Version {line.number}"


def _parts(changes: Sequence[Change], addresses: tuple[str, str]) -> tuple[DifferencePart, ...]:
    """What changed with a little around it; what did not change between is put away. Nothing when nothing changed."""
    shown = _shown(changes)
    if not shown:
        return ()
    parts: list[tuple[bool, list[DifferenceLine]]] = []
    for place, change in enumerate(changes):
        folded = place not in shown
        if not parts or parts[-1][0] != folded:
            parts.append((folded, []))
        lines = parts[-1][1]
        lines.append(_line(change, addresses, lines[-1] if lines else None))
    return tuple(DifferencePart(tuple(lines), folded) for folded, lines in parts)


def _shown(changes: Sequence[Change]) -> set[int]:
    shown: set[int] = set()
    heading = None
    for place, change in enumerate(changes):
        if (change.new or change.old or Passage("")).group == "heading":
            heading = place
        if change.is_changed:
            near = range(max(0, place - _CONTEXT), min(len(changes), place + _CONTEXT + 1))
            shown |= {*near, *([heading] if heading is not None else [])}
    alone = {place for place in range(len(changes)) if {place - 1, place + 1} <= shown | {-1, len(changes)}}
    return shown | alone if shown else shown


def _line(change: Change, addresses: tuple[str, str], before: DifferenceLine | None) -> DifferenceLine:
    passage = change.new or change.old or Passage("")
    page, standing = addresses[1] if change.new else addresses[0], _standing(change)
    place = Link(_place(passage), f"{page}#{passage.address}")
    return DifferenceLine(
        standing=standing,
        group=passage.group,
        place=place,
        goes_on=before is not None and (before.place, before.standing) == (place, standing),
        mark="" if passage.address == f"p{passage.mark}" else passage.mark,
        runs=change.runs,
        old=tuple(run for run in change.runs if run.kind != ADDED),
        new=tuple(run for run in change.runs if run.kind != REMOVED),
    )


def _standing(change: Change) -> Standing:
    if change.old is None:
        return "added"
    if change.new is None:
        return "removed"
    return "changed" if change.is_changed else "same"


def _place(passage: Passage) -> str:
    names = {"summary": "Summary", "heading": "Heading", "remedy": "What was put right"}
    return names.get(passage.group) or f"Paragraph {passage.address[1:]}"
