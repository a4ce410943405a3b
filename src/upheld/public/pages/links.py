"""Which words of a decision's text lead somewhere: to another decision, a law, the meaning of a word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from upheld.ui.text import Run, RunKind, Runs, plain_runs


@dataclass(frozen=True, slots=True)
class Target:
    """Where words lead, and what is there."""

    href: str
    kind: RunKind


@dataclass
class Linker:
    """Turns texts into runs. `spellings` lead somewhere wherever they stand; `once`, only where they stand first.

    Words of `once` are given in lower case and found in any.
    """

    spellings: Mapping[str, Target] = field(default_factory=dict)
    once: Mapping[str, str] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _found: re.Pattern[str] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._found = self._pattern()

    def runs(self, text: str) -> Runs:
        """The text in runs: joined, they are the text."""
        if self._found is None or not text:
            return plain_runs(text)
        runs, end = [], 0
        for found in self._found.finditer(text):
            begins = not text[max(found.start() - 1, 0) : found.start()].isalnum()
            if begins and (target := self._target(found[0])):
                runs += [*plain_runs(text[end : found.start()]), Run(found[0], target.href, target.kind)]
                end = found.end()
        return (*runs, *plain_runs(text[end:]))

    def _target(self, words: str) -> Target | None:
        if target := self.spellings.get(words):
            return target
        href = self.once.get(words.lower())
        if href is None or href in self._seen:
            return None
        self._seen.add(href)
        self._found = self._pattern()  # a shorter pattern is a quicker one
        return Target(href, "term")

    def _pattern(self) -> re.Pattern[str] | None:
        """Longer spellings before shorter ones, so that `section 34(3)` is not taken for `section 34`.

        It begins with plain letters, which the engine looks for far quicker than for a place between words.
        """
        left = {words for words, href in self.once.items() if href not in self._seen}
        forms = {form for words in left for form in (words, words.capitalize(), words.upper())}
        every = "|".join(re.escape(words) for words in sorted({*self.spellings, *forms}, key=len, reverse=True))
        return re.compile(rf"(?:{every})(?!\w)") if every else None


PLAIN = Linker()
"""Nothing leads anywhere."""
