"""The one gate between texts and the register: whatever is published, corrected or described passes here."""

import datetime as dt
from collections.abc import Sequence

from upheld.analysis.identifiers import KINDS, Part, examine
from upheld.editorial.actions.open_review import hold_reviewed
from upheld.editorial.parts import parts_beside
from upheld.editorial.queries.findings import examine_both, examine_outside, examine_record
from upheld.editorial.queries.knowledge import get_knowledge
from upheld.journal.actions.append import writing
from upheld.journal.queries.entry import get_head
from upheld.register.actions.correct import Correction, NothingChangedError, correct
from upheld.register.actions.declare_demo import declare_demo
from upheld.register.actions.describe import describe
from upheld.register.actions.publish import publish
from upheld.register.content import Content
from upheld.register.records import DecisionRecord
from upheld.scheme import get_scheme

_SURE = 0.75  # many a place is called like somebody


class GateClosedError(RuntimeError):
    """An official register takes nothing in but what was approved, or was public elsewhere before."""


def take_in_published(contents: Sequence[Content], *, by: str, at: dt.datetime, already_public: str) -> None:
    """Takes in what was public before, at once: it is examined afterwards; what is under review is never shown.

    Raises GateClosedError, RefusedError.
    """
    if not contents:
        return
    _open(already_public)
    if any(content.record.demo for content in contents) and get_head() == 0:
        declare_demo(by=by, at=at)
    with writing():
        publish(contents, by=by, at=at, by_import=True, already_public=bool(already_public))
        hold_reviewed(by=by, at=at)


def correct_published(corrections: Sequence[Correction], *, by: str, at: dt.datetime, already_public: str) -> None:
    """Takes over what the source corrected, at once. Raises GateClosedError and what `correct` raises."""
    if corrections:
        _open(already_public)
        correct(corrections, by=by, at=at, by_import=True)


def describe_published(corrections: Sequence[Correction], *, by: str, at: dt.datetime, already_public: str) -> None:
    """Fills in what stands beside a decision's text: in an official register only where nothing is found in it.

    Raises GateClosedError.
    """
    if not passes_at_once(already_public) and any(kinds_in_details(one.record) for one in corrections):
        raise GateClosedError("Something in these details shows who a person is; take it out at their source")
    if corrections:
        describe(corrections, by=by, at=at)


def kinds_in_details(record: DecisionRecord) -> tuple[str, ...]:
    """The kinds of what shows who a person is in what stands beside a decision's text."""
    return tuple(sorted({one.kind for one in examine(parts_beside(record), get_knowledge())}))


def found_in_name(name: str) -> str:
    """In words, what in the name of a body or category shows who a person is; looked for in an official register."""
    if passes_at_once(""):
        return ""
    kinds = {one.kind for one in examine((Part("organisation 1", name),), get_knowledge()) if one.sure >= _SURE}
    return ", ".join(sorted(KINDS[kind].label.lower() for kind in kinds))


def passes_at_once(already_public: str) -> bool:
    """Whether decisions enter the register at once, to be examined there; otherwise they wait for approval."""
    return bool(already_public) or not get_scheme().official


def _open(already_public: str) -> None:
    if not passes_at_once(already_public):
        raise GateClosedError(
            "This register is official: decisions enter it when they are approved at the desk, or with "
            "--already-public where they were public before"
        )


__all__ = [
    "Correction", "GateClosedError", "NothingChangedError", "correct_published", "describe_published", "examine_both",
    "examine_outside", "examine_record", "found_in_name", "kinds_in_details", "passes_at_once", "take_in_published",
]  # fmt: skip
