"""What the judgement of a name needs to know: the text, the register, the bodies the text is about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from upheld.analysis.identifiers.finding import Known
from upheld.analysis.identifiers.levelled import plain
from upheld.analysis.identifiers.names.lexicon import Sort, sorts_of
from upheld.analysis.identifiers.names.tails import FUNCTION
from upheld.analysis.identifiers.names.words import Run

_BODY = frozenset(
    "council councils borough county district city trust authority ltd limited plc llp university association "
    "foundation partnership society homes housing care healthcare services service group agency board college "
    "academy".split()
)
_BODY_OF = re.compile(
    r"\b(?:Councils?|Borough|County|City|District|University|Diocese|Bank|Port|Parish|Town|Isle|Forest|Vale|Royal "
    r"Borough) of (?:the )?"
    r"((?:[A-Z][\w'-]+(?: (?:and|on|upon|in) | )?){1,3})"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One document, while its names are looked for."""

    text: str
    known: Known
    bodies: frozenset[str]

    def is_body(self, word: str) -> bool:
        """Whether the word is part of the name of a body in this document."""
        return plain(word) in self.bodies


def bodies_of(text: str, runs: Iterable[Run], own: Iterable[str]) -> frozenset[str]:
    """The words by which the bodies in a document are called for short; given names are none."""
    words = {plain(word) for body in own for word in re.findall(r"[^\W\d_]{3,}", body)}
    for run in runs:
        words.update(_before_body(run))
    for found in _BODY_OF.finditer(text):
        words.update(plain(word) for word in found[1].split())
    return frozenset(word for word in words if not sorts_of(word) & Sort.GIVEN)


def _before_body(run: Run) -> Iterator[str]:
    for at, word in enumerate(run):
        if at and word.plain_word in _BODY:
            yield from (one.plain_word for one in _same_name(run[:at]))


def _same_name(words: Run) -> Run:
    """The words just before, back to one that only holds a sentence together."""
    return list(takewhile(lambda word: word.plain_word not in FUNCTION, reversed(words[-3:])))
