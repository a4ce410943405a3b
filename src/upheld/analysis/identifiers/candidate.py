"""A finding while the document is read as one text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
Window = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Near:
    """Where alone a pattern need be looked for: so many characters around each sign, a pattern or one of some words."""

    sign: re.Pattern[str] | frozenset[str]
    before: int = 70
    after: int = 50
    keep: Callable[[str], bool] | None = None

    def windows(self, text: str, index: Mapping[str, Sequence[int]]) -> list[Window]:
        """The stretches around the signs, joined where they touch."""
        joined: list[Window] = []
        for first, last in self._signs(text, index):
            start, end = max(0, first - self.before), last + self.after
            if joined and start <= joined[-1][1]:
                start = joined.pop()[0]
            joined.append((start, end))
        return [(start, _end_of_word(text, end)) for start, end in joined]

    def _signs(self, text: str, index: Mapping[str, Sequence[int]]) -> Iterable[Window]:
        if isinstance(self.sign, frozenset):
            return sorted((start, start + len(word)) for word in self.sign for start in index.get(word, ()))
        return (one.span() for one in self.sign.finditer(text) if not self.keep or self.keep(one.group()))


def near_words(words: str, before: int = 70, after: int = 50) -> Near:
    """Around any of these words, which are letters only and looked for as they are written."""
    return Near(frozenset(words.split()), before, after)


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _is_long(number: str) -> bool:
    digits = sum(one.isalnum() for one in number)
    return digits >= 3 and not (len(number) == 4 and number[:2] in ("19", "20"))


DIGITS = Near(re.compile(r"\d+"), 60, 80)
"""Around any digit."""

NUMBERS = Near(re.compile(r"\d[\dOIl]*(?:[^\w\x00,;:]{1,3}[\dOIl]+)*"), keep=_is_long)
"""Around numbers of at least three digits that are no year."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for something with a form. Its group `it`, if it has one, is what is found; `check` says how sure."""

    kind: str
    pattern: re.Pattern[str]
    why: str
    instead: str
    sure: float = 0.95
    check: Check | None = None
    near: Near | None = None

    def find(self, text: str, windows: Sequence[Window]) -> Iterator[Candidate]:
        """Every place in the windows where the pattern is and the check is content."""
        for first, last in windows:
            for found in self.pattern.finditer(text, first, last):
                sure = self.check(found) if self.check else self.sure
                if sure > 0:
                    start, end = found.span("it") if "it" in found.re.groupindex else found.span()
                    yield Candidate(start, end, self.kind, sure, self.why, self.instead)


class Rules:
    """Rules that are looked for together, so that the words they want are found in one go."""

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules
        signs = {rule.near.sign for rule in rules if rule.near}
        self._wanted = frozenset(word for sign in signs if isinstance(sign, frozenset) for word in sign)

    def find(self, text: str) -> Iterator[Candidate]:
        """What all these rules find."""
        index = self._index(text)
        windows: dict[Near | None, Sequence[Window]] = {None: ((0, len(text)),)}
        for rule in self._rules:
            if rule.near and rule.near not in windows:
                windows[rule.near] = rule.near.windows(text, index)
            yield from rule.find(text, windows[rule.near])

    def _index(self, text: str) -> Mapping[str, Sequence[int]]:
        index: dict[str, list[int]] = {}
        wanted = self._wanted
        for found in _WORD.finditer(text):
            if (word := found.group()) in wanted:
                index.setdefault(word, []).append(found.start())
        return index


_WORD = re.compile("[A-Za-z]+")


def before(found: re.Match[str], length: int = 60) -> str:
    """The words before a match, in lower case, not reaching into another part."""
    return found.string[max(0, found.start() - length) : found.start()].rpartition(BETWEEN)[2].lower()


def after(found: re.Match[str], length: int = 60) -> str:
    """The words after a match, in lower case, not reaching into another part."""
    return found.string[found.end() : found.end() + length].partition(BETWEEN)[0].lower()
