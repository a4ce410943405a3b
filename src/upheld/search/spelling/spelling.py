"""Suggests how words were meant that find little or nothing."""

import functools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from rapidfuzz.distance import OSA

from upheld.register.names import name_key
from upheld.search.errors import IndexNotReadyError, QueryError
from upheld.search.generations import stamp_of
from upheld.search.language import names
from upheld.search.requests import SearchRequest
from upheld.search.results import SearchResults
from upheld.search.searching import search
from upheld.search.spelling.everyday import is_name, is_word, list_near
from upheld.search.spelling.typed import Typed, typed_words
from upheld.search.spelling.vocabulary import LEAST, Vocabulary, Words, by_length
from upheld.search.vocabulary import count_words, list_vocabulary
from upheld.search.words import is_common, stem

FEW = 5  # results; with more, words were found well enough
_MOST_WORDS = 12  # that are looked at
_MOST_LIKELY = 5  # meanings of one of them
_FAR = 2  # slips
_MOST_BEGUN = 6_000  # words that begin with one letter, the most frequent
_LETTERS = 26  # of which the words are kept

Change = tuple[int, int, str]
"""From where to where in the text, and what is written there."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The query as it may have been meant, in pieces, each with whether it was changed; it finds `total` decisions."""

    text: str
    pieces: tuple[tuple[str, bool], ...]
    total: int


def spell(request: SearchRequest, results: SearchResults, *, folder: Path | None = None) -> Spelling | None:
    """What to ask “Did you mean” with, after `request` has found `results`; None when there is nothing better.

    No word is suggested that does not stand in several published decisions at this moment, in this form or, where
    English has no other so near, another, but those that bodies are called by; and nothing in place of a word of
    English. Words within quotes are meant as they are, unless no decision has them. Nothing is asked where the query
    itself was not understood and it was said how it can be written: `councl:leeds` is no mistyped `needs`.
    """
    if any(problem.suggestion for problem in results.query.problems):
        return None
    place = folder or Path(settings.DATA_DIR) / "index"
    words = typed_words(request.text)[:_MOST_WORDS]
    try:
        changes = tuple(_changes(request.text, words, results, place)) if words else ()
        return _answer(request, changes, results, place) if changes else None
    except (IndexNotReadyError, QueryError):
        return None


def _answer(request: SearchRequest, changes: Sequence[Change], results: SearchResults, folder: Path) -> Spelling | None:
    pieces = tuple(_pieces(request.text, changes))
    text = "".join(piece for piece, _ in pieces)
    better = replace(request, text=text, page=1, page_size=1, counts=(), years=False, after="", before="")
    found = search(better, folder=folder)
    is_more = _with_all(found) > _with_all(results)
    # Of a sentence nothing may have all words, however they are spelt: with words that are there it finds better.
    is_nearer = found.has_most and not _with_all(results)
    return Spelling(text, pieces, found.total) if is_more or is_nearer else None


def _with_all(results: SearchResults) -> int:
    """How many have all of the words."""
    return 0 if results.has_most else results.total


def _pieces(text: str, changes: Sequence[Change]) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end, written in sorted(changes):
        if start > done:
            yield text[done:start], False
        yield written, True
        done = end
    if done < len(text):
        yield text[done:], False


def _changes(text: str, words: Sequence[Typed], results: SearchResults, folder: Path) -> Iterator[Change]:
    counts = count_words([word.key for word in words], folder=folder)
    joined = tuple(_joined(text, words, _with_all(results), folder))
    yield from joined
    if joined or _with_all(results) >= FEW:
        return
    known_as = {part for one in results.query.synonyms for part in one.typed.lower().split()}  # `SEN`, for one
    wrong = [word for word in words if counts[word.key] < (1 if word.is_quoted else LEAST)]
    for word in (one for one in wrong if one.key not in known_as and not is_word(one.key) and not _is_of_body(one.key)):
        meant = _meant(word, counts[word.key], folder)
        if meant and stem(meant) != stem(word.key):  # else it finds the same
            yield word.start, word.end, _as_typed(meant, text[word.start : word.end])


def _joined(text: str, words: Sequence[Typed], total: int, folder: Path) -> Iterator[Change]:
    """`home less`, where more decisions have the one word than the two; never two pairs with a word in common."""
    pairs = [
        pair
        for pair in pairwise(words)
        if not any(one.is_quoted or is_common(one.key) for one in pair) and text[pair[0].end : pair[1].start].isspace()
    ]
    counts = count_words([first.key + second.key for first, second in pairs], folder=folder) if pairs else {}
    done = 0
    for first, second in pairs:
        if first.start >= done and counts[first.key + second.key] >= max(LEAST, total + 1):
            done = second.end
            yield first.start, done, text[first.start : first.end] + text[second.start : done].lower()


def _meant(word: Typed, count: int, folder: Path) -> str | None:
    """The likeliest of which every word stands in enough decisions now, or is of a body's name.

    What may be somebody's name is only taken for a body's: nobody is told that theirs is a slip.
    """
    likely = _vocabulary(folder).meant(word.key, few=count)[:_MOST_LIKELY]
    if is_name(word.key):
        return next(filter(_is_of_body, likely), None)
    now = count_words([part for one in likely for part in one.split()], folder=folder) if likely else {}
    meant = next((one for one in likely if all(now[it] >= LEAST or _is_of_body(it) for it in one.split())), None)
    if count or (meant and (" " in meant or OSA.distance(word.key, meant) < _FAR)):
        return meant
    nearer = list_near(word.key)  # `colected` is no `corrected`, though the register may only speak of collections
    return next((one for one in nearer if _is_found(one, folder)), None if nearer else meant)


def _is_found(word: str, folder: Path) -> bool:
    """Whether enough decisions have the word in any of its forms."""
    return search(SearchRequest(text=f'"{word}"', page_size=1, counts=()), folder=folder).total >= LEAST


def _is_of_body(word: str) -> bool:
    """Whether an organisation is called so at this moment that readers may know of."""
    return any(word in name_key(one.name).split() for one in names.organisations_with(word))


def _as_typed(meant: str, typed: str) -> str:
    """With a capital at the beginning where the word had one."""
    return meant[:1].upper() + meant[1:] if typed[:1].isupper() and typed[1:].islower() else meant


def load_words(folder: Path) -> None:
    """Reads ahead what every mistyped word needs; the words that begin like it are read when it comes."""
    for known in (is_word, is_name, list_near):
        known("a")
    _words_of_bodies(folder, stamp_of(folder))


def _vocabulary(folder: Path) -> Vocabulary:
    """The words there are, as of the last commit: a page kept until the next must not have been made from less."""
    stamp = stamp_of(folder)

    def count(words: Collection[str]) -> Mapping[str, int]:
        bodies, now = _words_of_bodies(folder, stamp), count_words(list(words), folder=folder)
        return {word: now[word] if now[word] >= LEAST else int(word in bodies) for word in words}

    return Vocabulary(lambda letter: _begun(folder, stamp, letter), count)


@functools.lru_cache(maxsize=_LETTERS)
def _begun(folder: Path, stamp: tuple[int, ...], letter: str) -> Words:
    """The words that begin with a letter. Each is counted before it is shown, for it may be gone."""
    found = list_vocabulary(letter, _MOST_BEGUN, is_exact=False, folder=folder)
    of_bodies = {word: 1 for word in _words_of_bodies(folder, stamp) if word.startswith(letter)}
    return by_length((of_bodies | {word: count for word, count in found if count >= LEAST}).items())


@functools.lru_cache(maxsize=1)
def _words_of_bodies(folder: Path, stamp: tuple[int, ...]) -> frozenset[str]:
    del folder, stamp
    return frozenset(names.words_of_organisations())
