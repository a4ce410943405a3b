"""The words that mean the same to a search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from upheld.desk.components import Fault
from upheld.desk.frame import HOME
from upheld.desk.publicly import day_and_clock
from upheld.search.language.synonyms import MAX_MEMBERS, MAX_TEXT, LineFault, read_groups
from upheld.search.queries.synonyms import SynonymsChange, SynonymsNow
from upheld.search.trying import Tried
from upheld.ui.site import Head

_MOST_LINES = 40  # of a clash that are shown


@dataclass(frozen=True)
class TriedRow:
    """What a search finds without the list and with it, and which of its words were taken to mean what."""

    asked: str
    without: int
    found: int
    used: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ChangeRow:
    """One change: when, by whom, how many groups since then; `href` shows that list."""

    number: int
    href: str
    at: str
    by: str
    groups: int
    is_default: bool
    is_current: bool


@dataclass(frozen=True)
class Clash:
    """What somebody else put in force meanwhile: lines that are only in theirs, and only in this person's list."""

    by: str
    at: str
    theirs: tuple[str, ...]
    mine: tuple[str, ...]


@dataclass(frozen=True)
class SynonymsPage:
    """The page. `seen` is the number of the list that is changed; `shown` that of an earlier list in the field."""

    text: str
    seen: int
    groups: int
    is_default: bool
    most: int
    most_members: int
    faults: tuple[Fault, ...]
    asked: str
    tried: TriedRow | None
    clash: Clash | None
    shown: ChangeRow | None
    changes: tuple[ChangeRow, ...]


def make_synonyms(
    text: str, current: SynonymsNow, changes: Sequence[SynonymsChange], *, seen: int, faults: Sequence[Fault],
    asked: str, tried: TriedRow | None, clash: Clash | None, shown: int,
) -> SynonymsPage:  # fmt: skip
    """The page with this text in its field."""
    rows = tuple(_row(one, current.number) for one in changes)
    return SynonymsPage(
        text=text,
        seen=seen,
        groups=len(read_groups(current.text)[0]),
        is_default=current.is_default,
        most=MAX_TEXT,
        most_members=MAX_MEMBERS,
        faults=tuple(faults),
        asked=asked,
        tried=tried,
        clash=clash,
        shown=next((row for row in rows if row.number == shown and not row.is_current), None),
        changes=rows,
    )


def tried_row(asked: str, tried: Tried) -> TriedRow:
    """What came of trying a search."""
    used = tuple((one.typed, " or ".join(f"“{other}”" for other in one.others)) for one in tried.used)
    return TriedRow(asked, tried.without, tried.found, used)


def line_faults(faults: Iterable[LineFault]) -> list[Fault]:
    """The faults of lines, each leading to the field."""
    return [Fault(f"Line {one.line}: {one.message}", "text") for one in faults]


def make_clash(text: str, current: SynonymsNow, changes: Sequence[SynonymsChange]) -> Clash:
    """How the list in force and this person's differ."""
    mine, theirs = _lines(text), _lines(current.text)
    last = changes[0] if changes else None
    return Clash(
        by=last.by if last else "",
        at=day_and_clock(last.at) if last else "",
        theirs=tuple(line for line in theirs if line not in mine)[:_MOST_LINES],
        mine=tuple(line for line in mine if line not in theirs)[:_MOST_LINES],
    )


def synonyms_head() -> Head:
    """What the page says of itself."""
    return Head("Words that mean the same", trail=(HOME,))


def _row(one: SynonymsChange, current: int) -> ChangeRow:
    return ChangeRow(
        one.number, f"/desk/synonyms?list={one.number}", day_and_clock(one.at), one.by, one.groups, one.is_default,
        one.number == current,
    )  # fmt: skip


def _lines(text: str) -> dict[str, None]:
    return dict.fromkeys(line.strip() for line in text.splitlines() if line.strip())
