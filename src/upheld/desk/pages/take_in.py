"""The page on which decisions are given in, and what became of many files."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.desk.components import Fault
from upheld.desk.frame import HOME
from upheld.desk.pages.facts_fields import OptionGroup, list_places
from upheld.desk.uploads import LIMITS
from upheld.ingest.actions.take_uploads import Taken
from upheld.ui.filters import plural
from upheld.ui.site import Head, Link

TAKE_IN = Link("Take in", "/desk/take-in")
_WORDS = {
    "draft": "Taken in as a draft",
    "replaced": "Taken in; it replaces the draft that waited",
    "correction": "Taken in as a correction",
    "same": "Nothing new",
    "duplicate": "Not taken in: another draft waits",
    "refused": "Refused",
}


@dataclass(frozen=True, slots=True)
class TakeInPage:
    """The form, and what stands in it after something was wrong with it."""

    limits: tuple[str, ...]
    places: tuple[OptionGroup, ...]
    place: str = ""
    text: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenLine:
    """One decision of one file. `href` leads to its draft, or to the one that waits already."""

    name: str
    state: str
    word: str
    sentence: str
    reference: str
    href: str
    findings: int
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenInPage:
    """What became of each file."""

    title: str
    sentence: str
    refused: int
    results: tuple[TakenLine, ...]
    ways: tuple[Link, ...]


def make_take_in(*, place: str = "", text: str = "", faults: Sequence[Fault] = ()) -> TakeInPage:
    """The form."""
    return TakeInPage(LIMITS, list_places(place), place, text, tuple(faults))


def take_in_head() -> Head:
    """What the page says of itself."""
    return Head("Take in decisions", trail=(HOME, TAKE_IN))


def make_taken_in(taken: Sequence[Taken], files: int) -> TakenInPage:
    """What became of each."""
    drafts = sum(one.is_in for one in taken)
    refused = sum(not one.is_in and one.state != "same" for one in taken)
    parts = [plural(drafts, "draft") + " made", f"{refused} not taken in" if refused else "", _same(taken)]
    return TakenInPage(
        title=f"{plural(files, 'file')} read",
        sentence=f"{', '.join(filter(None, parts))}.",
        refused=refused,
        results=tuple(_line(one) for one in sorted(taken, key=lambda one: one.is_in or one.state == "same")),
        ways=(Link("Take in more", "/desk/take-in"), Link("All drafts", "/desk/find?state=draft"), HOME),
    )


def taken_in_head(page: TakenInPage) -> Head:
    """What the page says of itself."""
    return Head(page.title, trail=(HOME, TAKE_IN))


def _line(one: Taken) -> TakenLine:
    href = f"/desk/drafts/{one.uid}" if one.uid else ""
    return TakenLine(
        one.name, one.state, _WORDS[one.state], one.sentence, one.reference, href, one.findings, one.doubts
    )


def _same(taken: Sequence[Taken]) -> str:
    same = sum(one.state == "same" for one in taken)
    return f"{same} the same as before" if same else ""
