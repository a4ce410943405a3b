"""What is examined, what is found in it, and what the register knows already."""

import hashlib
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of what would be shown or kept: where it stands, and its text."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that could show who a person is: where they stand, why we think so, and what to write instead."""

    where: str
    start: int
    words: str
    kind: str
    sure: float
    why: str
    instead: str
    around: str = field(default="", repr=False)

    @property
    def fingerprint(self) -> str:
        """The same for the same words among the same words, wherever their paragraph has moved to."""
        said = "\x1f".join((self.kind, " ".join(self.words.casefold().split()), self.around))
        return hashlib.sha256(said.encode()).hexdigest()[:24]


class Known(Protocol):
    """What the register has learnt from the decisions it has published and from its editors."""

    def has_seen(self, word: str) -> bool:
        """Whether published decisions have this word with a capital."""

    def is_organisation(self, words: str) -> bool:
        """Whether the words are a body of the register."""

    def is_cleared(self, words: str, kind: str) -> bool:
        """Whether somebody has said that these words show nobody."""


class _Nothing:
    """A register without a single decision."""

    def has_seen(self, word: str) -> bool:  # noqa: ARG002 - the shape is Known's
        return False

    def is_organisation(self, words: str) -> bool:  # noqa: ARG002 - the same
        return False

    def is_cleared(self, words: str, kind: str) -> bool:  # noqa: ARG002 - the same
        return False


NOTHING_KNOWN: Known = _Nothing()
