"""What an import tells the person: a line for what was not simply taken in, and counts of everything."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from upheld.ingest.candidate import Candidate
from upheld.ingest.found import Place, Refusal
from upheld.ingest.plan import (
    CONFLICT,
    CORRECT,
    DESCRIBE,
    DRAFT,
    FINDINGS,
    HOLD,
    INCOMPLETE,
    NOT_IN,
    PUBLISH,
    READY,
    REFUSE,
    RESULTS,
    STANDINGS,
    UNCHANGED,
    Step,
)
from upheld.register.difference_lines import difference_data, difference_lines
from upheld.register.differences import Difference

LISTED = 10_000  # so many lines of a kind are kept for the report at the end; all are counted
_WORDS = {
    PUBLISH: "published",
    HOLD: "held until their day",
    DRAFT: "drafted",
    CORRECT: "corrected",
    DESCRIBE: "details filled in",
    UNCHANGED: "unchanged",
    CONFLICT: "in conflict, left as they are",
    REFUSE: "refused",
}
_STANDINGS = {
    READY: "{} clean, ready for approval",
    FINDINGS: "{} with findings",
    INCOMPLETE: "{} where something is missing or uncertain",
}


class Line(NamedTuple):
    """What became of one entry."""

    result: str
    place: Place
    reference: str = ""
    code: str = ""
    reason: str = ""
    changed: tuple[str, ...] = ()
    difference: Difference | None = None
    draft: str = ""

    @property
    def is_told(self) -> bool:
        """Whether it gets a line of its own."""
        drafted = self.result == DRAFT and (self.draft != READY or bool(self.changed))
        return self.result in NOT_IN or self.result in {CORRECT, HOLD} or drafted

    def __str__(self) -> str:
        who = f"{self.reference} " if self.reference else ""
        standing = _STANDINGS[self.draft].format("").strip() if self.draft else ""
        said = self.reason or ", ".join(filter(None, (standing, *self.changed)))
        what = self.reason if self.result in NOT_IN else said
        return printable(f"{self.place}: {self.result}: {who}{what}")

    def data(self) -> dict[str, Any]:
        """The line for a program."""
        values: dict[str, Any] = {"result": self.result, "file": self.place.file, "line": self.place.line}
        optional = {
            "reference": self.reference,
            "code": self.code,
            "reason": self.reason,
            "changed": self.changed,
            "difference": difference_data(self.difference) if self.difference else None,
            "draft": self.draft,
        }
        return values | {key: value for key, value in optional.items() if value}

    def difference_lines(self) -> list[str]:
        """What changes word by word, where that is known."""
        return [printable(line) for line in difference_lines(self.difference)] if self.difference else []


def line_of(candidate: Candidate, step: Step, difference: Difference | None = None) -> Line:
    """The line of an entry that was planned."""
    reference = candidate.content.reference.printed
    reason = f"until {step.until:%Y-%m-%d}" if step.until else step.sentence
    return Line(step.result, candidate.place, reference, step.reason, reason, step.changed, difference, step.draft)


def line_of_refusal(refusal: Refusal) -> Line:
    """The line of an entry that could not be read."""
    return Line(REFUSE, refusal.place, refusal.reference, refusal.code, refusal.reason)


@dataclass
class Report:
    """Everything a run has to say, bounded in memory."""

    counts: Counter[str] = field(default_factory=Counter)
    drafts: Counter[str] = field(default_factory=Counter)
    told: list[Line] = field(default_factory=list)
    new_organisations: list[str] = field(default_factory=list)
    without_organisation: list[str] = field(default_factory=list)
    doubts: dict[str, list[str]] = field(default_factory=dict)
    left_out: int = 0

    def add(self, lines: Sequence[Line]) -> None:
        """Counts the lines, and keeps those that are told."""
        self.counts.update(line.result for line in lines)
        self.drafts.update(line.draft for line in lines if line.draft)
        told = [line for line in lines if line.is_told]
        room = LISTED - len(self.told)
        self.told += told[:room]
        self.left_out += max(0, len(told) - room)

    def doubt(self, sentences: Sequence[str], reference: str) -> None:
        """Keeps what a person should look at: under each sentence the references it is said of."""
        for sentence in sentences:
            if sentence in self.doubts or len(self.doubts) < LISTED:
                references = self.doubts.setdefault(sentence, [])
                references += [reference] if len(references) < LISTED else []

    @property
    def exit_code(self) -> int:
        """0 if all is in, 1 if some was refused or in conflict."""
        return 1 if any(self.counts[result] for result in NOT_IN) else 0

    def sentence(self, *, dry_run: bool) -> str:
        """The counts for a person."""
        parts = [
            f"{self.counts[result]:,} {_WORDS[result]}{self._standings() if result == DRAFT else ''}"
            for result in RESULTS
            if self.counts[result]
        ]
        lead = "Would be: " if dry_run else ""
        return f"{lead}{'; '.join(parts) or 'nothing to take in'}."

    def _standings(self) -> str:
        parts = [_STANDINGS[one].format(f"{self.drafts[one]:,}") for one in STANDINGS if self.drafts[one]]
        return f" ({'; '.join(parts)})" if parts else ""

    def data(self) -> dict[str, Any]:
        """The whole report for a program."""
        return {
            "counts": {result: self.counts[result] for result in RESULTS},
            "drafts": {standing: self.drafts[standing] for standing in STANDINGS},
            "entries": [line.data() for line in self.told],
            "entries_left_out": self.left_out,
            "new_organisations": self.new_organisations,
            "organisation_not_stated": self.without_organisation,
            "to_look_at": self.doubts,
        }


def printable(text: str) -> str:
    """The text without characters that would steer a terminal."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
