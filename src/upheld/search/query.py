"""The query language: words, all of which must be there, and "phrases". Any string gives a small tree or a sentence."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from upheld.search.errors import QueryError
from upheld.search.words import is_common, prepare, stem

MAX_CHARACTERS = 500
MAX_WORDS = 32
MAX_PHRASE = 12
MAX_WORD_BYTES = 60

_QUOTES = re.compile('["“”„‟«»＂]')
_WORD = re.compile(r"[^\W_]+")
# Joined by these, words are one thing: co-operate, 21-017-299, 3.5
_JOINED = re.compile(r"[^\W_]+(?:[-\u2010\u2011.][^\W_]+)*")


@dataclass(frozen=True)
class Word:
    """A word that must be there, in any of its forms."""

    text: str


@dataclass(frozen=True)
class Phrase:
    """Words that must stand side by side, in this order."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Query:
    """What is looked for: all of the parts. No part is everything. `note` says what was left out."""

    parts: tuple[Word | Phrase, ...] = ()
    note: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The stems to mark in a text, without very common words unless there are no others."""
        every = [word for part in self.parts for word in (part.words if isinstance(part, Phrase) else (part.text,))]
        telling = [word for word in every if not is_common(word)] or every
        return tuple(dict.fromkeys(stem(word) for word in telling))


def parse(text: str) -> Query:
    """The query in `text`. Raises QueryError when it is too long or holds nothing that could be found."""
    text = text.strip()
    if not text:
        return Query()
    if len(text) > MAX_CHARACTERS:
        raise QueryError(f"Your search has {len(text):,} characters; use at most {MAX_CHARACTERS}")
    notes: list[str] = []
    parts = _limited(_findable(dict.fromkeys(_parts(text)), notes), notes)
    if not parts:
        raise QueryError(" ".join(notes) or "Your search holds no word; use at least one letter or number")
    return Query(parts, " ".join(notes) or None)


def _parts(text: str) -> Iterator[Word | Phrase]:
    """Every second piece between quotes is a phrase; after a quote that is not closed there are only words."""
    pieces = _QUOTES.split(prepare(unicodedata.normalize("NFC", text)))
    for number, piece in enumerate(pieces):
        if number % 2 and number < len(pieces) - 1:
            yield from _one(_WORD.findall(piece))
        else:
            for joined in _JOINED.findall(piece):
                yield from _one(_WORD.findall(joined))


def _one(words: list[str]) -> Iterator[Word | Phrase]:
    if len(words) == 1:
        yield Word(words[0])
    elif words and all(is_common(word) for word in words):
        yield from map(Word, words)  # side by side in every text: as a phrase slow to find, and telling no more
    elif words:
        yield Phrase(tuple(words))


def _findable(parts: dict[Word | Phrase, None], notes: list[str]) -> Iterator[Word | Phrase]:
    """The parts without words longer than any the index keeps, and phrases no longer than is quick to find."""
    for part in parts:
        words = part.words if isinstance(part, Phrase) else (part.text,)
        if any(len(word.encode()) > MAX_WORD_BYTES for word in words):
            notes.append("A very long word was left out.")
        elif len(words) > MAX_PHRASE:
            notes.append(f"Only the first {MAX_PHRASE} words of a phrase were used.")
            yield Phrase(words[:MAX_PHRASE])
        else:
            yield part


def _limited(parts: Iterator[Word | Phrase], notes: list[str]) -> tuple[Word | Phrase, ...]:
    kept: list[Word | Phrase] = []
    left = MAX_WORDS
    for part in parts:
        left -= len(part.words) if isinstance(part, Phrase) else 1
        if left < 0:
            notes.append(f"Only the first {MAX_WORDS} words were used.")
            break
        kept.append(part)
    return tuple(kept)
