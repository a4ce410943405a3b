"""Patterns that are looked for only where they may stand: most sentences hold no remedy, and most looks find nothing.

A pattern that scans a sentence costs a hundred times what it costs to see that a word it cannot do without is missing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gated:
    """A pattern, and the words that any match of it holds: of each group at least one."""

    pattern: re.Pattern[str]
    needs: tuple[tuple[str, ...], ...]

    def search(self, text: str) -> re.Match[str] | None:
        """What the pattern finds, which is nothing where a word is missing."""
        for words in self.needs:
            if not any(map(text.__contains__, words)):
                return None
        return self.pattern.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All that the pattern finds."""
        for words in self.needs:
            if not any(map(text.__contains__, words)):
                return iter(())
        return self.pattern.finditer(text)


def gated(pattern: str, *needs: str) -> Gated:
    """The pattern behind its gate; the words of a group stand with `|` between them."""
    return Gated(re.compile(pattern), tuple(tuple(group.split("|")) for group in needs))


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether at least one of the words, or parts of words, stands in the text."""
    return any(map(text.__contains__, words))
