"""What differs between two texts of a decision: only what changed, before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.difference import Change, Passage, Run
from upheld.register.differences import Difference, FactChange
from upheld.register.models import Decision
from upheld.ui.site import Head, Link

MOST = 200


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """A passage that changed: its place in words, and its words, those that went and those that came marked."""

    place: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class DifferenceShown:
    """The facts and passages that changed; `more` counts passages that are left out."""

    facts: tuple[FactChange, ...]
    passages: tuple[ChangedPassage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """What one version of a decision changed."""

    number: int
    difference: DifferenceShown
    back: str


def show_difference(difference: Difference) -> DifferenceShown:
    """Only what changed, in order."""
    changes: Sequence[Change] = difference.changes
    return DifferenceShown(difference.facts, tuple(map(_passage, changes[:MOST])), max(0, len(changes) - MOST))


def make_difference(decision: Decision, number: int, difference: Difference) -> DifferencePage:
    """The page."""
    return DifferencePage(number, show_difference(difference), f"/desk/decisions/{decision.uid}")


def difference_head(decision: Decision, number: int) -> Head:
    """What the page says of itself."""
    here = Link(decision.reference, f"/desk/decisions/{decision.uid}")
    title = f"What version {number} of {decision.reference} changed"
    return Head(title, trail=(Link("Desk", "/desk/"), here))


def _passage(change: Change) -> ChangedPassage:
    passage = change.new or change.old or Passage("")
    names = {"summary": "Summary", "heading": "Heading", "remedy": "What was put right"}
    return ChangedPassage(names.get(passage.group) or f"Paragraph {passage.address[1:]}", change.runs)
