"""Finds names by what is typed of them. Pure, and quick enough for every key that is pressed."""

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from upheld.register.names import name_key
from upheld.search.suggestions.suggestion import Entry

MOST = 40  # candidates: more than are shown, because some may not be shown
LEAST = 2  # letters
_LEAST_FOR_TYPOS = 4
_LONG = 7  # letters, from which on two slips are likely
_DISTANCE: Any = OSA.distance  # typed more narrowly than what takes it
_LAST = "\U0010ffff"
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "on"})

_KEPT = 128  # lists of beginnings: of 20,000 names some 15 MB


class Entries:
    """Names, ready to be looked through. It never changes, so threads may share it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Takes all of them."""
        # In the order in which those that fit alike are shown, so that a place in it says which comes first.
        self._entries = tuple(sorted(entries, key=lambda one: (one.is_other, -one.weight, one.key)))
        self._keys = tuple(one.key for one in self._entries)
        self._by_key = sorted((key, place) for place, key in enumerate(self._keys))
        words = [(word, place) for place, one in enumerate(self._entries) for word in set(_words(one))]
        self._words = sorted(words)
        self._each = sorted({word for word, _ in words})
        self._tails = sorted((word[1:], word[0]) for word in self._each)
        self._texts = tuple(f" {' '.join(_words(one))}" for one in self._entries)
        shorts = defaultdict(set)
        for place, one in enumerate(self._entries):
            for short in one.shorts:
                shorts[short].add(place)
        self._shorts = dict(shorts)
        self._beginnings = lru_cache(maxsize=_KEPT)(self._list_beginnings)

    def find(self, typed: str) -> list[Entry]:
        """What it may be the beginning of, or of whose words, or the short form; the likeliest first, each once."""
        key = name_key(typed)
        if len(key) < LEAST:
            return []
        places = self._with_words(key.split()) | self._shorts.get(key.replace(" ", ""), set())
        return self._once(self._best(places, key))

    def find_alike(self, typed: str) -> list[Entry]:
        """What may be meant by what is mistyped, the likeliest first, each once."""
        key = name_key(typed)
        if len(key) < _LEAST_FOR_TYPOS:
            return []
        slips = self._with_slips(key.split())
        alike: dict[int, list[int]] = {}
        for place, count in slips.items():
            alike.setdefault(count, []).append(place)
        return self._once(place for count in sorted(alike) for place in self._best(alike[count], key))

    def _with_slips(self, words: Sequence[str]) -> Mapping[int, int]:
        """The names in which each typed word begins a word but for a slip or two, each with how many slips."""
        first, *others = sorted(map(self._reached, words), key=self._reach)
        found: dict[int, int] = {}
        for beginning, slips in first.items():  # the fewest slips come last
            found.update(dict.fromkeys(self._beginning(beginning), slips))
        for reached in others:
            looked = {place: self._slips(place, reached) for place in found}
            found = {place: found[place] + slips for place, slips in looked.items() if slips is not None}
        return found

    def _reached(self, word: str) -> dict[str, int]:
        """The beginnings of words that may be meant, each with its slips, those with the most first."""
        most = 0 if len(word) < _LEAST_FOR_TYPOS else 1 if len(word) < _LONG else 2
        near = dict.fromkeys(self._but_for_the_first(word), most) if len(word) >= _LONG else {}
        for length in range(len(word) - most, len(word) + most + 1) if most else ():
            likely = self._beginnings(word[0], length)
            found = process.extract(word, likely, scorer=_DISTANCE, score_cutoff=most, limit=MOST)
            near |= {one: int(slips) for one, slips, _ in found}
        return dict(sorted(near.items(), key=lambda pair: -pair[1])) | {word: 0}

    def _list_beginnings(self, letter: str, length: int) -> tuple[str, ...]:
        """The beginnings of so many letters, each once, of the words with this first letter."""
        start, end = bisect_left(self._each, letter), bisect_left(self._each, letter + _LAST)
        return tuple({one[:length] for one in self._each[start:end] if len(one) >= length})

    def _but_for_the_first(self, word: str) -> Iterator[str]:
        """The beginnings of words from which it differs in its first letter alone, which people seldom mistype."""
        yield word[1:]
        for rest in (word, word[1:]):
            start, end = bisect_left(self._tails, (rest,)), bisect_left(self._tails, (rest + _LAST,))
            yield from {letter + rest for _, letter in self._tails[start:end]}

    def _reach(self, reached: Iterable[str]) -> int:
        """How many words begin so."""
        return sum(end - start for start, end in map(self._range, reached))

    def _slips(self, place: int, reached: Mapping[str, int]) -> int | None:
        """The fewest slips by which a word of the name is reached; None if none is."""
        text = self._texts[place]
        return min((slips for beginning, slips in reached.items() if f" {beginning}" in text), default=None)

    def _with_words(self, words: Sequence[str]) -> set[int]:
        """The names in which each typed word begins a word."""
        first, *others = sorted(words, key=lambda word: self._reach([word]))
        found = self._beginning(first)
        for beginning in (f" {word}" for word in others):
            found = {place for place in found if beginning in self._texts[place]}
        return found

    def _beginning(self, word: str) -> set[int]:
        """The names with a word that begins so."""
        start, end = self._range(word)
        return {place for _, place in self._words[start:end]}

    def _range(self, beginning: str) -> tuple[int, int]:
        return bisect_left(self._words, (beginning,)), bisect_left(self._words, (beginning + _LAST,))

    def _best(self, places: Collection[int], key: str) -> Iterator[int]:
        """The first of them: the beginning of a name before its middle, and that before words here and there."""
        keys, shorts = self._keys, self._shorts.get(key.replace(" ", ""), ())
        start, end = bisect_left(self._by_key, (key,)), bisect_left(self._by_key, (key + _LAST,))
        begun = {place for _, place in self._by_key[start:end]}.union(shorts).intersection(places)
        yield from heapq.nsmallest(MOST * 2, begun)
        if len(begun) < MOST * 2:
            inner = f" {key}"
            within = {place for place in places if inner in keys[place]} - begun
            yield from heapq.nsmallest(MOST * 2, within)
            others = set(places) - begun - within if len(within) < MOST * 2 else ()
            yield from heapq.nsmallest(MOST * 2, others)

    def _once(self, places: Iterable[int]) -> list[Entry]:
        found: dict[tuple[str, int | str], Entry] = {}
        for place in places:
            one = self._entries[place]
            found.setdefault((one.kind, one.subject), one)
        return list(found.values())[:MOST]


def initials(name: str) -> tuple[str, ...]:
    """The short forms of a name: `rbkc` of Royal Borough of Kensington and Chelsea, with its small words or without."""
    words = name_key(name).split()
    if len(words) < LEAST:
        return ()
    telling = [word for word in words if word not in _SMALL]
    return tuple(dict.fromkeys("".join(word[0] for word in some) for some in (telling, words) if len(some) > 1))


def _words(entry: Entry) -> Sequence[str]:
    """The words of the name, and of an organisation's two that follow one another as one: `towerhamlets`."""
    words = entry.key.split()
    return [*words, *map("".join, pairwise(words))] if entry.kind == "organisation" else words
