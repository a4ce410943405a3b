"""What a mistyped word was meant to be, by the words there are. Pure."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

LEAST = 3
"""In so many decisions must a word stand to be suggested; one that stands in fewer may be a mistake."""
LEAST_LETTERS = 3
_LONG = 7  # letters, from which on two mistakes are likely
_BRIEF = (
    5  # letters, up to which nearly every other word is one mistake away: only what people often do is taken for one
)
_LIKELY = 24  # candidates that are looked at closely
_RARE_HALF = 3  # letters: a shorter half of a split word must be one of _SHORT
_SHORT_WORDS = "a an at by for in is it my no not of off on or our out the to too up we with"
_SHORT = frozenset(_SHORT_WORDS.split())
_RATHER = 20  # times as frequent is what a rare word was meant to be
_FOR_TEN_TIMES = 0.3  # how much of a mistake a word ten times as frequent makes up for
_OTHER_BEGINNING = 0.5
_SWAPPED, _DOUBLED, _VOWEL, _NEIGHBOUR, _SOUND = 0.6, 0.5, 0.7, 0.8, 0.6
_DISTANCE: Any = OSA.distance  # typed more narrowly than what takes it
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]+")
_SOUNDS = (("ph", "f"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"), ("z", "s"), ("gh", ""))

Words = Mapping[int, Mapping[str, int]]
"""Words by how many letters they have, each with the number of decisions it stands in."""


@dataclass(frozen=True, slots=True)
class _Near:
    """A word that may be meant, how many slips away it is, and in how many decisions it stands."""

    word: str
    slips: int
    count: int


class Vocabulary:
    """Words with the number of decisions they stand in, of which only those are read that a mistyped word may mean."""

    def __init__(self, begun: Callable[[str], Words], count: Callable[[Collection[str]], Mapping[str, int]]) -> None:
        """`begun` gives all words that begin with a letter, `count` how frequent each of a few is: folded, 0 for none.

        Words that must not be suggested are in neither.
        """
        self._begun, self._count = begun, count

    def meant(self, word: str, *, few: int = 0) -> list[str]:
        """What the word may have been meant to be, the likeliest first; two words where they were written as one.

        `few` is how many decisions the word stands in. One that is rare but there is taken for a mistake only where
        a frequent one is a slip away.
        """
        if len(word) < LEAST_LETTERS or not word.isalpha():
            return []
        halves = None if few else self.split(word)
        two = 2 if len(word) >= _LONG and not few else 1
        near = self._near(word, two)
        likely = [*_likely(word, near, 1, few), *([" ".join(halves)] if halves else [])]
        return likely + [one for one in _likely(word, near, two, few) if one not in likely]

    def split(self, word: str) -> tuple[str, str] | None:
        """The two words that were written as one; None where there are none."""
        if len(word) < 2 * _RARE_HALF or not word.isalpha():
            return None
        halves = [(word[:place], word[place:]) for place in range(1, len(word))]
        counts = self._count({half for pair in halves for half in pair if len(half) >= _RARE_HALF})
        likely = [pair for pair in halves if all(half in _SHORT or counts.get(half) for half in pair)]
        return max(likely, key=lambda pair: min(counts.get(half, 0) for half in pair), default=None)

    def _near(self, word: str, most: int) -> list[_Near]:
        """Words that can be reached in so many slips, the nearest first; of those as near, the most frequent.

        People seldom mistype a beginning: words that begin otherwise are only looked for when none is near that
        begins alike.
        """
        found = self._reached(word, 1, word[0])
        found = found or [*self._reached(word, most, word[0]), *self._begun_otherwise(word, most)]
        return sorted(set(found), key=lambda one: (one.slips, -one.count))[:_LIKELY]

    def _reached(self, word: str, most: int, letter: str) -> list[_Near]:
        words = self._begun(letter)
        lengths = range(len(word) - most, len(word) + most + 1)
        counts = {one: count for length in lengths for one, count in words.get(length, {}).items()}
        found = process.extract(word, counts.keys(), scorer=_DISTANCE, score_cutoff=most, limit=None)
        return [_Near(one, int(slips), counts[one]) for one, slips, _ in found]

    def _begun_otherwise(self, word: str, most: int) -> list[_Near]:
        """Where the first two letters were swapped, or the first one added, left out or mistaken for another."""
        swapped = self._reached(word, most, word[1]) if word[1] != word[0] else []
        counts = self._count({letter + rest for letter in ascii_lowercase for rest in (word, word[1:])})
        return swapped + [_Near(one, 1, count) for one, count in counts.items() if count and one[0] != word[0]]


def by_length(counts: Iterable[tuple[str, int]]) -> Words:
    """The words that are made of letters alone."""
    words: dict[int, dict[str, int]] = defaultdict(dict)
    for word, count in counts:
        if word.isalpha():
            words[len(word)][word] = count
    return dict(words)


def _likely(word: str, near: Sequence[_Near], slips: int, few: int) -> list[str]:
    scored = sorted(
        (_score(word, one), one.word, one.count)
        for one in near
        if one.slips <= slips and (len(word) > _BRIEF or _is_usual(word, one.word))
    )
    return [one for score, one, count in scored if score <= slips and count >= few * _RATHER]


def _score(typed: str, one: _Near) -> float:
    """How unlikely it is that the word was meant: its slips, less what its frequency makes up for."""
    beginning = 0.0 if typed[0] == one.word[0] else _OTHER_BEGINNING
    return _slips(typed, one.word) + beginning - _FOR_TEN_TIMES * math.log10(max(1, one.count))


def _slips(typed: str, word: str) -> float:
    """How much of a mistake it is; those that people make often are smaller."""
    distance = float(OSA.distance(typed, word))
    if _TWICE.sub(r"\1", typed) == _TWICE.sub(r"\1", word):
        return distance * _DOUBLED
    if sorted(typed) == sorted(word):
        return distance * _SWAPPED
    if _sound(typed) == _sound(word):
        return distance * _SOUND
    if _VOWELS.sub("a", typed) == _VOWELS.sub("a", word):
        return distance * _VOWEL
    return distance * (_NEIGHBOUR if _is_beside(typed, word) else 1.0)


def _is_usual(typed: str, word: str) -> bool:
    """Whether it is a mistake that people often make, or a letter was left out."""
    return _slips(typed, word) < OSA.distance(typed, word) or LEAST_LETTERS < len(typed) < len(word)


def _sound(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _TWICE.sub(r"\1", word)


def _is_beside(typed: str, word: str) -> bool:
    """Whether one letter was typed in place of its neighbour on the keyboard."""
    wrong = [pair for pair in zip(typed, word, strict=False) if pair[0] != pair[1]]
    if len(typed) != len(word) or len(wrong) != 1:
        return False
    return any("".join(pair) in row or "".join(pair[::-1]) in row for pair in wrong for row in _ROWS)
