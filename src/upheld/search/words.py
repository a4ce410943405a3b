"""Words as the search sees them: apostrophes and accents folded, English stems; and how to mark them in a text."""

import functools
import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator

import Stemmer

# A possessive ending is not part of the word, and an apostrophe within a word is not there: children's, childrens.
APOSTROPHES = ("\u2019", "\u2018", "\u02bc", "\u02b9", "\u00b4", "`", "\u2032", "\uff07", "\u201b")
_POSSESSIVE = re.compile(r"'(?:[sS]\b)?")
_MARKABLE = re.compile(rf"[^\W_]+(?:['{''.join(APOSTROPHES)}][^\W_]+)*")
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
)
SENTENCE = 5
"""Who writes so many words tells something, and does not only name it."""
_COMMON_WORDS = (
    "a about after all also am an and any are as at be because been before being but by can could did do does for from "
    "had has have he her him his how i if in into is it its me more my no nor not of off on or other our out over own "
    "she should so some such than that the their them then there these they this those through to too under up upon us "
    "very was we were what when where which while who whom why will with would you your"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_local = threading.local()


def prepare(text: str) -> str:
    """The text as it goes to the index and to the query: without apostrophes and possessive endings."""
    if not text.isascii():
        for apostrophe in APOSTROPHES:
            text = text.replace(apostrophe, "'")
    elif "`" in text:
        text = text.replace("`", "'")
    return _POSSESSIVE.sub("", text) if "'" in text else text


def stem(word: str) -> str:
    """The stem of one word: what the index keeps of it."""
    return _stem_folded(_fold(prepare(word)))


def fold(word: str) -> str:
    """The word as it is written, but for case, accents, apostrophes and a possessive ending."""
    return _fold(prepare(word))


def list_words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word of a text begins and ends."""
    return map(re.Match[str].span, _MARKABLE.finditer(text))


def stem_unkept(word: str) -> str:
    """The stem, of which no copy stays in memory: for the words of readers who were promised that."""
    stemmed: str = _stem_folded.__wrapped__(_fold(prepare(word)))
    return stemmed


def first_letters(stems: Iterable[str]) -> frozenset[str]:
    """The ASCII letters with which a word begins that has one of the stems: a stem begins as its word does."""
    return frozenset(letter for one in stems for letter in (one[:1], one[:1].upper()))


def is_common(word: str) -> bool:
    """Whether the word stands in nearly every text and says little by itself."""
    return word.lower() in _COMMON


def mark(text: str, words: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, in order, each with whether it is one of `words` (from SearchResults). Nothing is lost."""
    wanted = frozenset(words)
    return tuple(_pieces(text, wanted)) if wanted else ((text, False),)


def _pieces(text: str, wanted: frozenset[str]) -> Iterator[tuple[str, bool]]:
    done, letters = 0, first_letters(wanted)
    for found in _MARKABLE.finditer(text):
        word = found.group()
        if (word[0] in letters or not word[0].isascii()) and stem(word) in wanted:
            if found.start() > done:
                yield text[done : found.start()], False
            yield word, True
            done = found.end()
    if done < len(text) or not text:
        yield text[done:], False


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character)).lower()


@functools.lru_cache(maxsize=20_000)
def _stem_folded(word: str) -> str:
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


def _stemmer() -> Stemmer.Stemmer:
    """One for each thread: it keeps state while it works."""
    if not hasattr(_local, "stemmer"):
        _local.stemmer = Stemmer.Stemmer("english")
    stemmer: Stemmer.Stemmer = _local.stemmer
    return stemmer
