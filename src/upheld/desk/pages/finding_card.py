"""What was found, as an editor is told it: where, why, how sure, what to write instead, and what was answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.identifiers import KINDS, Finding
from upheld.editorial.queries.checked import AnsweredFinding
from upheld.editorial.rules import is_one_of

_PLACES = {
    "summary": "Summary", "reference": "Reference", "category": "Category", "subcategory": "Subcategory",
    "source address": "Source address", "title": "Title", "file name": "Name of the file",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """One finding. `answer` is empty while it is open; `again` is the number of the first one of the same words.

    `waits` says that a second person has to confirm that its words must stay; `may_confirm`, that it can be this one.
    """

    number: int
    where: str
    start: int
    words: str
    fingerprint: str
    kind: str
    explanation: str
    why: str
    sure: str
    instead: str
    place: str
    is_outside: bool = False
    again: int = 0
    answer: str = ""
    reason: str = ""
    by: str = ""
    confirmed_by: str = ""
    waits: bool = False
    may_confirm: bool = False
    times: int = 1
    """How often these words were found in all."""

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return not self.answer


def make_cards(findings: Sequence[AnsweredFinding], person: str) -> tuple[Card, ...]:
    """A card for each finding, numbered in the order of the text."""
    counts = Counter(_same(one.finding) for one in findings)
    first: dict[tuple[str, str], int] = {}
    cards = []
    for number, one in enumerate(findings, 1):
        before = first.setdefault(_same(one.finding), number)
        again = before if before != number else 0
        cards.append(_card(number, one, person, again, counts[_same(one.finding)]))
    return tuple(cards)


def sure_words(sure: float) -> str:
    """How sure a finding is, in words."""
    if sure >= 0.95:
        return "Almost certain"
    if sure >= 0.75:
        return "Very likely"
    return "Likely" if sure >= 0.5 else "Possible"


def place_words(where: str) -> str:
    """A place as a person says it: `Paragraph 12, item 2`, `Property of the file: author`."""
    if where in _PLACES:
        return _PLACES[where]
    if where.startswith("property"):
        return f"Property of the file{where.removeprefix('property')}"
    head, *rest = where.split(" ")
    if head == "table" and rest:
        return f"Table in {place_words(rest[0]).lower()}, {' '.join(rest[1:])}"
    if head[:1] == "p" and head[1:2].isdigit():
        return ", ".join(filter(None, (f"Paragraph {head[1:]}", " ".join(rest))))
    return where[:1].upper() + where[1:]


def _card(number: int, given: AnsweredFinding, person: str, again: int, times: int) -> Card:
    finding, kind = given.finding, KINDS.get(given.finding.kind)
    return Card(
        number=number,
        where=finding.where,
        start=finding.start,
        words=finding.words,
        fingerprint=finding.fingerprint,
        kind=kind.label if kind else finding.kind,
        explanation=kind.explanation if kind else "",
        why=finding.why,
        sure=sure_words(finding.sure),
        instead=finding.instead,
        place=place_words(finding.where),
        is_outside=given.outside,
        again=again,
        answer=given.answer,
        reason=given.reason,
        by=given.by,
        confirmed_by=given.confirmed_by,
        waits=given.is_unconfirmed,
        may_confirm=given.is_unconfirmed and not is_one_of(person, (given.by,)),
        times=times,
    )


def _same(finding: Finding) -> tuple[str, str]:
    return finding.kind, " ".join(finding.words.casefold().split())
