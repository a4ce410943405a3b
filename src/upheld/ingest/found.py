"""What a source gives: entries that can be read, and refusals that say why one cannot."""

from dataclasses import dataclass
from typing import NamedTuple

from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.register.records import DecisionRecord


class Outside(dict[str, str]):
    """What came with a decision and is not kept, by its place. Shows none of it where it is printed or logged."""

    def __repr__(self) -> str:
        return f"<{len(self)} texts>"


class Place(NamedTuple):
    """Where something stands: a file as the user named it, and a line in it, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}" if self.line else self.file


class SourceEntry(NamedTuple):
    """A decision as its source gives it; `record.model_fields_set` says which keys the source carries.

    `doubts` are what the person who imports should look at: what was not stated, or read from somewhere else.
    `outside` is what came with it and is not kept, by its place: the file's name, its properties.
    """

    record: DecisionRecord
    place: Place
    doubts: tuple[str, ...] = ()
    outside: Outside = Outside()


class Refusal(NamedTuple):
    """Something that cannot be taken in: a code for programs and for the run, a sentence for the person."""

    place: Place
    code: str
    reason: str
    reference: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.reference + ': ' if self.reference else ''}{self.reason}"


Found = SourceEntry | Refusal


@dataclass(frozen=True)
class Reading:
    """What a reader must know: the file's name for its places, the scheme's words, the category the user gave.

    `source_address` is where the scheme's decisions are published: what links without a host are relative to.
    """

    file: str
    vocabulary: Vocabulary
    category: str | None = None
    source_address: str = ""

    def refuse(self, line: int, code: str, reason: str, reference: str = "") -> Refusal:
        """A refusal at a line of this file."""
        return Refusal(Place(self.file, line), code, reason, reference)
