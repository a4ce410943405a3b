"""A finding while the document is read as one text."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

BETWEEN = "\x00"
"""Stands between parts; no pattern reads across it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the levelled text, and what a rule says about it."""

    start: int
    end: int
    kind: str
    sure: float
    why: str
    instead: str


Check = Callable[[re.Match[str]], float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for something with a form. Its group `it`, if it has one, is what is found; `check` says how sure."""

    kind: str
    pattern: re.Pattern[str]
    why: str
    instead: str
    sure: float = 0.95
    check: Check | None = None
    sign: str = ""

    def find(self, text: str) -> Iterator[Candidate]:
        """Every place where the pattern is and the check is content."""
        if self.sign and self.sign not in text:
            return
        for found in self.pattern.finditer(text):
            sure = self.check(found) if self.check else self.sure
            if sure > 0:
                start, end = found.span("it") if "it" in found.re.groupindex else found.span()
                yield Candidate(start, end, self.kind, sure, self.why, self.instead)


def find_all(rules: Iterable[Rule], text: str) -> Iterator[Candidate]:
    """What all these rules find."""
    for rule in rules:
        yield from rule.find(text)


def before(found: re.Match[str], length: int = 60) -> str:
    """The words before a match, in lower case, not reaching into another part."""
    return found.string[max(0, found.start() - length) : found.start()].rpartition(BETWEEN)[2].lower()


def after(found: re.Match[str], length: int = 60) -> str:
    """The words after a match, in lower case, not reaching into another part."""
    return found.string[found.end() : found.end() + length].partition(BETWEEN)[0].lower()
