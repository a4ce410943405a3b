"""Where a query stands in a text: words in any form, beginnings of words, phrases and near words only where they do."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from upheld.search.language.query import Mistyped, Query
from upheld.search.language.shaping import wanted_leaves
from upheld.search.language.tree import Near, Node, Phrase, Prefix, Word
from upheld.search.words import first_letters, fold, is_common, list_words, stem

EVERYWHERE = ""
"""In place of a kind of section: words that may stand in any."""

Span = tuple[int, int]
Match = tuple[Span, ...]
"""One place where a query is met: the words there, which need not stand side by side."""


@dataclass
class _Wanted:
    """What is looked for in one kind of section, as stems; beginnings as they are written."""

    words: set[str] = field(default_factory=set)
    beginnings: set[str] = field(default_factory=set)
    phrases: set[tuple[str, ...]] = field(default_factory=set)
    near: set[tuple[tuple[str, ...], int]] = field(default_factory=set)

    def __or__(self, other: "_Wanted") -> "_Wanted":
        return _Wanted(
            self.words | other.words,
            self.beginnings | other.beginnings,
            self.phrases | other.phrases,
            self.near | other.near,
        )

    def __bool__(self) -> bool:
        return bool(self.words or self.beginnings or self.phrases or self.near)

    def all_words(self) -> Iterator[str]:
        """Each word and beginning."""
        yield from self.words | self.beginnings
        yield from chain(*self.phrases, *(words for words, _ in self.near))


class _Stems(dict[str, str]):
    """The stems of words as they are written: most words of a text come again and again."""

    def __missing__(self, word: str) -> str:
        self[word] = found = stem(word)
        return found


class Marker:
    """Finds in texts what a query looks for: in its meaning, synonyms too, and nothing that it rules out.

    In place of `mistyped` words it finds what they were taken for.

    It is false where there is nothing to find: a query of fields, or of what must not be there.
    """

    def __init__(self, query: Query, mistyped: Iterable[Mistyped] = ()) -> None:
        taken_for = (node for one in mistyped for node in one.nodes)
        self._wanted = _read_wanted(query.meaning, taken_for)
        self._letters = first_letters(word for one in self._wanted.values() for word in one.all_words())
        self._stems = _Stems()

    def __bool__(self) -> bool:
        return any(self._wanted.values())

    def find(self, text: str, sections: Iterable[str] = ()) -> tuple[Match, ...]:
        """The places in a text that stands in a section of these kinds, in order; no two share a word."""
        wanted = self._in_sections(sections)
        if not wanted or not text:
            return ()
        spans = list(list_words(text))
        stems = self._of(text, spans)
        if not any(stems):
            return ()
        taken: set[int] = set()
        found = [*_side_by_side(stems, wanted, taken), *_single(text, spans, stems, wanted, taken)]
        return tuple(tuple((spans[at][0], spans[last][1]) for at, last in _stretches(one)) for one in sorted(found))

    def pieces(self, text: str, sections: Iterable[str] = ()) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, in order, each with whether it is to be marked. Nothing is lost."""
        pieces, done = [], 0
        for start, end in sorted(span for match in self.find(text, sections) for span in match):
            pieces += [(text[done:start], False), (text[start:end], True)]
            done = end
        pieces.append((text[done:], False))
        return tuple(piece for piece in pieces if piece[0]) or ((text, False),)

    def _of(self, text: str, spans: Iterable[Span]) -> list[str]:
        """The stem of each word that may be wanted, and nothing for the others, which are most."""
        letters, stems = self._letters, self._stems
        return [
            stems[text[start:end]] if text[start] in letters or not text[start].isascii() else ""
            for start, end in spans
        ]

    def _in_sections(self, sections: Iterable[str]) -> _Wanted:
        wanted = self._wanted[EVERYWHERE]
        for section in sections:
            if section in self._wanted:
                wanted |= self._wanted[section]
        return wanted


def _read_wanted(meaning: Node | None, others: Iterable[Node]) -> Mapping[str, _Wanted]:
    wanted: defaultdict[str, _Wanted] = defaultdict(_Wanted)
    leaves = [*wanted_leaves(meaning, EVERYWHERE), *((EVERYWHERE, one) for one in others)]
    telling = [(section, leaf) for section, leaf in leaves if not (isinstance(leaf, Word) and is_common(leaf.text))]
    for section, leaf in telling or leaves:
        _take(wanted[section], leaf)
    wanted[EVERYWHERE]
    return dict(wanted)


def _take(wanted: _Wanted, leaf: Node) -> None:
    if isinstance(leaf, Word):
        wanted.words.add(stem(leaf.text))
    elif isinstance(leaf, Prefix):
        wanted.beginnings.add(fold(leaf.text))
    elif isinstance(leaf, Phrase) and leaf.words:
        wanted.phrases.add(tuple(map(stem, leaf.words)))
    elif isinstance(leaf, Near) and leaf.words:
        wanted.near.add((tuple(dict.fromkeys(map(stem, leaf.words))), leaf.distance))


def _side_by_side(stems: Sequence[str], wanted: _Wanted, taken: set[int]) -> Iterator[tuple[int, ...]]:
    """Phrases and near words, as places of words; those places are taken."""
    for phrase in sorted(wanted.phrases, key=len, reverse=True):
        yield from _taken(_phrases(stems, phrase), taken)
    for words, distance in wanted.near:
        yield from _taken(_windows(stems, words, distance), taken)


def _taken(places: Iterable[tuple[int, ...]], taken: set[int]) -> Iterator[tuple[int, ...]]:
    for place in places:
        if free := tuple(at for at in place if at not in taken):
            taken.update(free)
            yield free


def _phrases(stems: Sequence[str], phrase: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    if phrase[0] not in stems:
        return
    done = 0
    for at, one in enumerate(stems):
        if one == phrase[0] and at >= done and tuple(stems[at : at + len(phrase)]) == phrase:
            done = at + len(phrase)
            yield tuple(range(at, done))


def _windows(stems: Sequence[str], words: Collection[str], distance: int) -> Iterator[tuple[int, ...]]:
    """The narrowest stretches that hold all the words, the last at most `distance` after the first, if so many fit."""
    needed, widest = Counter(words), max(distance, len(words) - 1)
    window: list[int] = []
    have: Counter[str] = Counter()
    for at, one in enumerate(stems):
        if one not in needed:
            continue
        window.append(at)
        have[one] += 1
        while window and (at - window[0] > widest or have[stems[window[0]]] > needed[stems[window[0]]]):
            have[stems[window.pop(0)]] -= 1
        if len(window) == len(words):
            yield tuple(window)
            window, have = [], Counter()


def _single(
    text: str, spans: Sequence[Span], stems: Sequence[str], wanted: _Wanted, taken: set[int]
) -> Iterator[tuple[int, ...]]:
    beginnings = tuple(wanted.beginnings)
    for at, one in enumerate(stems):
        if one and at not in taken:
            start, end = spans[at]
            if one in wanted.words or (beginnings and fold(text[start:end]).startswith(beginnings)):
                yield (at,)


def _stretches(places: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """The first and the last of words that stand side by side."""
    first = places[0]
    for before, after in pairwise(places):
        if after != before + 1:
            yield first, before
            first = after
    yield first, places[-1]
