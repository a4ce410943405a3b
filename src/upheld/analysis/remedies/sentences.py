"""Sentences of a paragraph, and its text in the one form that the rules are written for."""

import re

from upheld.lib.text import straighten

MAX_LENGTH = 2_000
"""A longer sentence is no sentence: what stands after this is not read."""

_NEXT = r"(?=[\"'\u201c\u2018(\[]?[A-Z0-9\u00a3\u2022])"
_STOP = r"[.!?][\"'\u201d\u2019)\]]*\s+"
_END = re.compile(_STOP + _NEXT)
_END_IN_LINES = re.compile(rf"(?:{_STOP}|\s*\n\s*){_NEXT}")
"""The same for a text of several lines; it looks at every space for the end of a line."""
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nos|para|paras|ref|cllr|s|ss|vs?|e\.g|i\.e|eg|ie|cf)|\b\d)\.\s*$", re.IGNORECASE
)
_LONGER = 6
"""So many letters are more than any of them has."""


def split_sentences(text: str) -> list[str]:
    """The sentences, as printed."""
    found, start = [], 0
    lines = "\n" in text
    for end in (_END_IN_LINES if lines else _END).finditer(text):
        stop = end.start()
        if text[stop] == "." and _is_short(text, start, stop) and not (lines and "\n" in end.group()):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def _is_short(text: str, start: int, stop: int) -> bool:
    """Whether the full stop ends a shortened word, not the sentence that began at `start`."""
    first = max(start, stop - _LONGER)
    if stop - first == _LONGER and text[first:stop].isalpha():
        return False
    return _SHORT.search(text, first, stop + 1) is not None


def plain(text: str) -> str:
    """The text in lower case with straight apostrophes and plain spaces: as long as it was, so that places agree."""
    if text.isascii():  # most are: as below, for the few characters of theirs that change
        return text[:MAX_LENGTH].replace("`", "'").replace("\n", " ").replace("\t", " ").lower()
    text = straighten(text[:MAX_LENGTH]).replace("\u00a0", " ").replace("\n", " ").replace("\t", " ")
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
