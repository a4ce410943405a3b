"""What was found in a published decision, and what was said to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.identifiers import KINDS, Finding
from upheld.desk.components import Fault
from upheld.desk.pages.finding_card import place_words, sure_words
from upheld.editorial.models import FindingAnswer
from upheld.editorial.queries.examination import PublishedFindings
from upheld.editorial.rules import NECESSARY, is_one_of
from upheld.register.models import Decision
from upheld.ui.site import Head, Link

_SAID = {"not-personal": "Not personal", "necessary": "Necessary"}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding. `said` is what somebody answered; `may_confirm`, that this person can agree that it is necessary."""

    number: int
    fingerprint: str
    kind: str
    words: str
    why: str
    instead: str
    sure: str
    place: str
    said: str = ""
    may_confirm: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """The open findings, in the order of the text, and those answered."""

    open: tuple[FindingRow, ...]
    answered: tuple[FindingRow, ...]
    is_public: bool
    answers: bool
    redacts: bool
    faults: tuple[Fault, ...]
    here: str
    back: str


def make_findings(
    decision: Decision,
    found: PublishedFindings,
    given: Sequence[FindingAnswer],
    person: str,
    *,
    answers: bool,
    redacts: bool,
    faults: Sequence[Fault] = (),
) -> FindingsPage:
    """The page; `answers` and `redacts`: whether this person may."""
    by_fingerprint = {one.fingerprint: one for one in given}
    here = f"/desk/decisions/{decision.uid}"
    rows = [
        _row(number, one, by_fingerprint.get(one.fingerprint), person)
        for number, one in enumerate((*found.open, *found.answered), 1)
    ]
    return FindingsPage(
        open=tuple(rows[: len(found.open)]),
        answered=tuple(rows[len(found.open) :]),
        is_public=decision.state == "published",
        answers=answers,
        redacts=redacts,
        faults=tuple(faults),
        here=f"{here}/findings",
        back=here,
    )


def findings_head(decision: Decision) -> Head:
    """What the page says of itself."""
    here = Link(decision.reference, f"/desk/decisions/{decision.uid}")
    return Head(f"Findings in {decision.reference}", trail=(Link("Desk", "/desk/"), here))


def _row(number: int, finding: Finding, given: FindingAnswer | None, person: str) -> FindingRow:
    kind = KINDS.get(finding.kind)
    waits = given is not None and given.answer == NECESSARY and not given.confirmed_by
    return FindingRow(
        number, finding.fingerprint, kind.label if kind else finding.kind, finding.words, finding.why, finding.instead,
        sure_words(finding.sure), place_words(finding.where), _said(given),
        may_confirm=waits and given is not None and not is_one_of(person, (given.by,)), waits=waits,
    )  # fmt: skip


def _said(given: FindingAnswer | None) -> str:
    if given is None:
        return ""
    reason = f": {given.reason}" if given.reason else ""
    confirmed = f". Confirmed by {given.confirmed_by}" if given.confirmed_by else ""
    return f"{_SAID.get(given.answer, given.answer)}, said by {given.by}{reason}{confirmed}"
