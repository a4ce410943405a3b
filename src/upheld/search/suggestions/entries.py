"""Finds names by what is typed of them. Pure, and quick enough for every key that is pressed."""

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from upheld.register.names import name_key
from upheld.search.suggestions.suggestion import Entry

MOST = 40  # candidates: more than are shown, because some may not be shown
LEAST = 2  # letters
_LEAST_FOR_TYPOS = 4
_ALIKE = 0.74
_LAST = "\U0010ffff"
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "on"})

Ranked = tuple[int, int, str]


class Entries:
    """Names, ready to be looked through. It never changes, so threads may share it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Takes all of them."""
        self._entries = tuple(entries)
        words = [(word, place) for place, one in enumerate(self._entries) for word in set(one.key.split())]
        self._words = sorted(words)
        shorts = defaultdict(set)
        for place, one in enumerate(self._entries):
            for short in one.shorts:
                shorts[short].add(place)
        self._shorts = dict(shorts)
        self._bodies = tuple(
            (place, part)
            for place, one in enumerate(self._entries)
            if one.kind == "organisation"
            for part in _parts(one.key)
        )

    def find(self, typed: str) -> list[Entry]:
        """What it may be the beginning of, or of whose words, or the short form; the likeliest first, each once."""
        key = name_key(typed)
        if len(key) < LEAST:
            return []
        places = self._with_words(key.split()) | self._shorts.get(key.replace(" ", ""), set())
        ranked = ((self._rank(place, key), place) for place in places)
        return self._once(place for _, place in heapq.nsmallest(MOST * 2, ranked))

    def find_alike(self, typed: str) -> list[Entry]:
        """Organisations that may be meant by what is mistyped, the likeliest first, each once."""
        key = name_key(typed)
        if len(key) < _LEAST_FOR_TYPOS:
            return []
        ranked = sorted(
            (-round(score, 2), self._rank(self._bodies[row][0], key), self._bodies[row][0])
            for length in (len(key), len(key) + 1)  # a letter may be missing
            for score, row in self._alike(key, length)
        )
        return self._once(place for _, _, place in ranked)

    def _alike(self, key: str, length: int) -> list[tuple[float, int]]:
        beginnings = [part[:length] for _, part in self._bodies]
        found = process.extract(key, beginnings, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE, limit=MOST)
        return [(score, row) for _, score, row in found]

    def _with_words(self, words: Sequence[str]) -> set[int]:
        """The names in which each typed word begins a word."""
        found: set[int] | None = None
        for word in sorted(words, key=len, reverse=True):
            start, end = bisect_left(self._words, (word,)), bisect_left(self._words, (word + _LAST,))
            places = {place for _, place in self._words[start:end]}
            found = places if found is None else found & places
            if not found:
                break
        return found or set()

    def _rank(self, place: int, key: str) -> Ranked:
        """The beginning of a name before its middle, a present name before a former one, many decisions before few."""
        one = self._entries[place]
        begins = one.key.startswith(key) or key.replace(" ", "") in one.shorts
        tier = 0 if begins else 1 if f" {key}" in one.key else 2
        return tier * 2 + one.is_other, -one.weight, one.key

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


def _parts(key: str) -> Iterator[str]:
    """The name from each of its words on."""
    yield key
    for place, letter in enumerate(key):
        if letter == " ":
            yield key[place + 1 :]
