"""What a mistyped word was meant to be, by the words there are. Pure."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

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


class Vocabulary:
    """Words with the number of decisions they stand in. It never changes, so threads may share it."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        """Takes all words that may be suggested, in their folded form."""
        self._counts = {word: count for word, count in words if word.isalpha()}
        places: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in self._counts:
            places[len(word), word[0]].append(word)
        self._places = dict(places)
        self._letters = sorted({letter for _, letter in places})

    def __len__(self) -> int:
        """How many words it holds."""
        return len(self._counts)

    def count(self, word: str) -> int:
        """In how many decisions the word stands, as far as is known here."""
        return self._counts.get(word, 0)

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
        likely = [*self._likely(word, near, 1, few), *([" ".join(halves)] if halves else [])]
        return likely + [one for one in self._likely(word, near, two, few) if one not in likely]

    def _likely(self, word: str, near: Mapping[str, int], slips: int, few: int) -> list[str]:
        scored = sorted(
            (self._score(word, one), one)
            for one, distance in near.items()
            if distance <= slips and (len(word) > _BRIEF or _is_usual(word, one))
        )
        return [one for score, one in scored if score <= slips and self._counts[one] >= few * _RATHER]

    def split(self, word: str) -> tuple[str, str] | None:
        """The two words that were written as one; None where there are none."""
        if len(word) < 2 * _RARE_HALF or not word.isalpha():
            return None
        halves = ((word[:place], word[place:]) for place in range(1, len(word)))
        likely = [pair for pair in halves if all(map(self._may_be_half, pair))]
        return max(likely, key=lambda pair: min(map(self.count, pair)), default=None)

    def _may_be_half(self, word: str) -> bool:
        return word in _SHORT or (len(word) >= _RARE_HALF and self.count(word) > 0)

    def _near(self, word: str, most: int) -> Mapping[str, int]:
        """Words that can be reached in so many slips, each with how many; of the nearest, the most frequent.

        People seldom mistype a beginning: all words are looked through only when none is near that begins alike.
        """
        found = self._reached(word, 1, word[:1]) or self._reached(word, most, self._letters)
        ordered = sorted(found, key=lambda one: (one[1], -self._counts[one[0]]))
        return {one: int(distance) for one, distance, _ in ordered[:_LIKELY]}

    def _reached(self, word: str, most: int, letters: Iterable[str]) -> list[tuple[str, float, int]]:
        lengths = range(len(word) - most, len(word) + most + 1)
        several = [one for letter in letters for length in lengths for one in self._places.get((length, letter), ())]
        found: list[tuple[str, float, int]] = process.extract(
            word, several, scorer=_DISTANCE, score_cutoff=most, limit=None
        )
        return found

    def _score(self, typed: str, word: str) -> float:
        """How unlikely it is that the word was meant: its slips, less what its frequency makes up for."""
        beginning = 0.0 if typed[0] == word[0] else _OTHER_BEGINNING
        return _slips(typed, word) + beginning - _FOR_TEN_TIMES * math.log10(max(1, self._counts[word]))


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
