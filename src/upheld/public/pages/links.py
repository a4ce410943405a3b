"""Which words of a decision's text lead somewhere: to another decision, a law, the meaning of a word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

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

    def runs(self, text: str) -> Runs:
        """The text in runs: joined, they are the text."""
        if self._pattern is None or not text:
            return plain_runs(text)
        runs, end = [], 0
        for found in self._pattern.finditer(text):
            if target := self._target(found[0]):
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
        return Target(href, "term")

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """Longer spellings before shorter ones, so that `section 34(3)` is not taken for `section 34`."""
        exact = [re.escape(words) for words in sorted(self.spellings, key=len, reverse=True)]
        any_case = [f"(?i:{re.escape(words)})" for words in sorted(self.once, key=len, reverse=True)]
        every = "|".join([*exact, *any_case])
        return re.compile(rf"(?<!\w)(?:{every})(?!\w)") if every else None


PLAIN = Linker()
"""Nothing leads anywhere."""
