"""The words of a title, as they are compared: without capitals, apostrophes, hyphens and brackets."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*|[^\w\s]")
_SAME = (
    ("\n", " "), ("\t", " "), ("\xa0", " "), ("\u202f", " "), ("\u2007", " "), ("\u2009", " "), ("\u2019", "'"),
    ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2010", "-"), ("\u2011", "-"), ("\u0130", "I"),
)  # fmt: skip
_ASCII = 2
_FOLD = str.maketrans("", "", "'.-")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of a text, and where it begins."""

    text: str
    start: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, or the sign for one."""
        return self.text[0].isalnum() or self.text == "&"

    @property
    def folded(self) -> str:
        """The word for comparing."""
        return "and" if self.text == "&" else self.text.translate(_FOLD).lower()


def level(text: str) -> str:
    """The text, character for character, with plain spaces, quotes and hyphens."""
    for one, other in _SAME[:_ASCII] if text.isascii() else _SAME:
        text = text.replace(one, other)
    return text


def tokens_before(text: str, end: int) -> list[Token]:
    """The words and marks that stand before a place, the nearest first; only those of the same passage."""
    start = max(end - _LONGEST, text.rfind("\x00", 0, end) + 1)
    return [Token(found.group(), found.start()) for found in _TOKEN.finditer(text, start, end)][::-1]


def title_key(title: str) -> tuple[str, ...]:
    """The words of a title, from the last to the first."""
    return tuple(token.folded for token in tokens_before(level(title), len(title)) if token.is_word)
