"""Numbers of paragraphs after some came or went: those that follow move on, as the document itself numbers them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from upheld.analysis.document import Block, Section
from upheld.analysis.marks import read_mark

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_BODY = re.compile(r"[A-Za-z0-9]+(?=[^A-Za-z0-9]*$)")


@dataclass
class Numbered:
    """A part of a document that is being written anew: the heading of a section, a paragraph, or one that is gone.

    `was` is the paragraph as it stood; a paragraph without it is new.
    """

    block: Block | None = None
    was: Block | None = None
    section: Section | None = None
    gone: Block | None = None


def number_through(parts: Sequence[Numbered]) -> list[Numbered]:
    """The parts with numbers for new paragraphs among numbered ones; those that follow move on by as many.

    Numbers that start again somewhere are not moved by what came before that; so are the printed ones of a section.
    """
    counter = _Counter(parts)
    return [counter.numbered(place) for place in range(len(parts))]


def next_mark(mark: str) -> str:
    """The mark that follows in a list: `(b)` after `(a)`, `iv.` after `iii.`; the same where none can be told."""
    body = _BODY.search(mark)
    if body is None:
        return mark
    return f"{mark[: body.start()]}{_next(body[0], read_mark(mark).value)}{mark[body.end() :]}"


def _next(body: str, value: int) -> str:
    if body.isdigit():
        return str(int(body) + 1)
    low = body.lower()
    is_roman = low in _ROMAN[:-1] and (len(low) > 1 or (low == "i" and value == 9))
    following = _ROMAN[_ROMAN.index(low) + 1] if is_roman else _next_letter(low)
    return following.upper() if body.isupper() else following


def _next_letter(body: str) -> str:
    return chr(ord(body) + 1) if len(body) == 1 and body < "z" else body + "a"


class _Counter:
    """Goes through the parts in order, and knows by how much numbers have moved."""

    def __init__(self, parts: Sequence[Numbered]) -> None:
        self.parts = parts
        self.last = 0  # the number of the paragraph before, as it is now
        self.was = 0  # as it was
        self.moved = 0
        self.printed = 0  # what is printed for the paragraph before in this section, 0 where nothing is
        self.printed_moved = 0

    def numbered(self, place: int) -> Numbered:
        part = self.parts[place]
        if part.section is not None:
            self.printed = self.printed_moved = 0
        elif part.gone is not None and part.gone.number is not None:
            self.moved -= 1
            self.printed_moved -= _value(part.gone) > 0
            self.was = part.gone.number
        elif part.block is not None and part.was is None:
            return replace(part, block=self._new(part.block, place))
        elif part.block is not None and part.block.number is not None:
            return replace(part, block=self._old(part.block, part.block.number))
        return part

    def _new(self, block: Block, place: int) -> Block:
        if not self._is_among_numbered(place):
            return block
        self.moved += 1
        self.last += 1
        printed = None
        if value := self.printed or self._starts_again(place):
            self.printed_moved += 1
            self.printed = value + 1 if self.printed else 1
            printed = str(self.printed)
        return block.model_copy(update={"number": self.last, "printed": printed if printed != str(self.last) else None})

    def _old(self, block: Block, number: int) -> Block:
        if number <= self.was:  # counted from the beginning again
            self.moved = self.last = 0
        self.was = number
        self.last = number + self.moved
        update: dict[str, object] = {"number": self.last}
        if value := _value(block):
            self.printed = value + self.printed_moved
            mark = (block.printed or "").replace(str(value), str(self.printed))
            update["printed"] = mark if mark != str(self.last) else None
        return block.model_copy(update=update) if self.moved or self.printed_moved else block

    def _is_among_numbered(self, place: int) -> bool:
        """Whether the paragraphs around a new one are numbered: the one before it, or the one after where none is."""
        before = (one.was for one in reversed(self.parts[:place]) if one.was and not one.was.signature)
        after = (one.was for one in self.parts[place:] if one.was and not one.was.signature)
        beside = next(before, None) or next(after, None)
        return beside is not None and beside.number is not None

    def _starts_again(self, place: int) -> int:
        """The printed number of the next paragraph of the section, where it is not the running one; else 0."""
        for one in self.parts[place + 1 :]:
            if one.section is not None:
                return 0
            if one.was is not None:
                return _value(one.was)
        return 0


def _value(block: Block) -> int:
    """The plain number that is printed in place of the running one; 0 where none is."""
    mark = read_mark(block.printed) if block.printed else None
    return mark.value if mark is not None and mark.is_decimal else 0
