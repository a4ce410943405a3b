"""Lines of a text that was wrapped at a width: told from paragraphs of one line each, and joined again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from upheld.analysis.marks import split_mark

_WIDEST = 130
_NARROWEST = 30
_ENDS = re.compile(r"[.:;?!][)\"'”’\]]*$")
_HYPHEN = re.compile(r"\w[-\u2010]$")
_JOINS = re.compile(r"(?:and|or|to|nor)\b")
_WORD = re.compile(r"\S+")


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which the lines were wrapped; 0 if each is a paragraph of its own."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths:
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.98))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = [(one, two) for one, two in pairwise(lines) if one.strip() and two.strip() and not split_mark(two.strip())]
    broken = [one for one, two in pairs if _is_broken(one, two, width)]
    return width if broken and (len(broken) >= 3 or len(broken) * 3 >= len(pairs)) else 0


def goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line goes on in the next one: its first word found no room, or a sentence is cut there."""
    if not width:
        return False
    length, text = len(line), following.lstrip()
    first = _WORD.match(text)
    if length + 1 + (len(first[0]) if first else 0) > width:
        return True
    cut = _ENDS.search(line) is None
    if cut and (text[:1].islower() or length >= width * 0.8):
        return True
    return length >= width * 0.8 and text[:1].islower()


def join(lines: Sequence[str]) -> str:
    """One text of the lines; a hyphen at the end of one stays a hyphen between two halves of a word."""
    parts = [lines[0].strip()]
    for line in lines[1:]:
        text = line.strip()
        halves = _HYPHEN.search(parts[-1][-2:]) and text[:1].islower() and not _JOINS.match(text)
        parts += [text] if halves else [" ", text]
    return "".join(parts)


def _is_broken(line: str, following: str, width: int) -> bool:
    """Whether the line breaks amid a sentence, near the width."""
    return len(line) >= width * 0.7 and _ENDS.search(line) is None and following.strip()[:1].isalnum()
