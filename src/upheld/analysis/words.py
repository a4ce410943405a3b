"""A text in words, so that nothing of it is lost."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(r"(\s*)([£$€]?\w+(?:['\u2019.,:/-]\w+)*%?|[^\w\s])")


class Word(NamedTuple):
    """A word, number or mark, and the space before it. The space at the end of a text comes with an empty word."""

    space: str
    text: str


def split_words(text: str) -> tuple[Word, ...]:
    """The words of the text; `text_of` gives it back."""
    body = text.rstrip()  # space that no word follows would be tried from each of its places
    words = [Word(space, word) for space, word in _WORD.findall(body)]
    rest = text[len(body) :]
    return (*words, Word(rest, "")) if rest else tuple(words)


def text_of(words: Sequence[Word]) -> str:
    """The text that the words are."""
    return "".join(part for word in words for part in word)
