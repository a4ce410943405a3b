"""Sentences of a paragraph, and its text in the one form that the rules are written for."""

import re

from upheld.lib.text import straighten

MAX_LENGTH = 2_000
"""A longer sentence is no sentence: what stands after this is not read."""

_END = re.compile(r"(?:[.!?][\"'\u201d\u2019)\]]*\s+|\s*\n\s*)(?=[\"'\u201c\u2018(\[]?[A-Z0-9\u00a3\u2022])")
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nos|para|paras|ref|cllr|s|ss|vs?|e\.g|i\.e|eg|ie|cf)|\b\d)\.\s*$", re.IGNORECASE
)


def split_sentences(text: str) -> list[str]:
    """The sentences, as printed."""
    found, start = [], 0
    for end in _END.finditer(text):
        if _SHORT.search(text, max(start, end.start() - 6), end.start() + 1) and "\n" not in end.group():
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def plain(text: str) -> str:
    """The text in lower case with straight apostrophes and plain spaces: as long as it was, so that places agree."""
    text = straighten(text[:MAX_LENGTH]).replace("\u00a0", " ").replace("\n", " ").replace("\t", " ")
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
