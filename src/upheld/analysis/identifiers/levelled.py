"""Text made level, so that one pattern finds words however they were typed, scanned or split."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# One character for one character: positions stay as they are.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_SAME = {ord(space): " " for space in _SPACES}
_SAME |= dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u02b9\u0060\u00b4\u2032\u201b\uff07"), "'")
_SAME |= dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"), '"')
_SAME |= dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"), "-")
_SAME |= {full: chr(full - 0xFEE0) for full in range(0xFF01, 0xFF5F) if full not in (0xFF07, 0xFF0D)}

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300-\u036f]+")
_BROKEN_WORD = re.compile(r"(?<=[A-Za-z])-[ ]*\n[ ]*(?=[a-z])")
_BROKEN_NAME = re.compile(r"(?<=[a-z]-)[ ]*\n[ ]*(?=[A-Z])")
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|a|font|sup|sub|small|mark|p|br|div|td)\b[^<>\x00]{0,200}>", re.IGNORECASE
)
_SPACED = re.compile(r"(?<![\w'.])[^\W_](?:[ ][^\W_]){2,}(?![\w'.])")
_GAPS = re.compile(r" (?![A-Z] [a-z])")
_LETTERS = re.compile(r"[A-Z]( [a-z]){2,}( [A-Z]( [a-z]){2,})*")


@dataclass(frozen=True, slots=True)
class Levelled:
    """A text made level. `origins`, where anything was left out, has the first place of every character."""

    text: str
    origins: Sequence[int] | None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as it was."""
        if self.origins is None:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1


def level(text: str) -> Levelled:
    """The text without what nobody sees, letter-spaced words closed up, broken words joined."""
    straight = text if text.isascii() and "\t" not in text else _straightened(text)
    gaps = sorted(_left_out(straight))
    if not gaps:
        return Levelled(straight, None)
    return _without(straight, gaps)


def _straightened(text: str) -> str:
    for odd in _SAME.keys() & set(map(ord, set(text))):  # far quicker than translating each character
        text = text.replace(chr(odd), _SAME[odd])
    return text


def _left_out(text: str) -> Iterator[tuple[int, int]]:
    if not text.isascii():
        yield from (one.span() for one in _UNSEEN.finditer(text))
    if "-" in text and "\n" in text:
        yield from (one.span() for one in _BROKEN_WORD.finditer(text))
        yield from (one.span() for one in _BROKEN_NAME.finditer(text))
    if "<" in text:
        yield from (one.span() for one in _TAG.finditer(text))
    for one in _SPACED.finditer(text):
        if _is_one_thing(one.group()):
            yield from ((one.start() + gap.start(), one.start() + gap.end()) for gap in _GAPS.finditer(one.group()))


def _is_one_thing(spaced: str) -> bool:
    """Whether single characters are one word, one code or one number; `A B C` and `1 2 3` are lists."""
    letters = spaced.replace(" ", "")
    if letters.isdigit():
        return len(letters) >= 8
    if letters.isalpha():
        return bool(_LETTERS.fullmatch(spaced)) or (len(letters) >= 4 and not _is_sequence(letters))
    return len(letters) >= 5


def _is_sequence(letters: str) -> bool:
    return all(ord(after) - ord(before) == 1 for before, after in pairwise(letters))


def _without(text: str, gaps: Sequence[tuple[int, int]]) -> Levelled:
    kept: list[str] = []
    origins: list[int] = []
    here = 0
    for start, end in gaps:
        if start >= here:
            kept.append(text[here:start])
            origins.extend(range(here, start))
        here = max(here, end)
    kept.append(text[here:])
    origins.extend(range(here, len(text)))
    return Levelled("".join(kept), origins)


def plain(word: str) -> str:
    """The word in lower case without accents, as word lists have it."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.lower())
    folded = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return folded.translate(_FOLDED)


_FOLDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
