"""What every source of documents gives: the pieces of its text in order, before anything is made of them."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph, list item or table as its source has it; furniture is what it marks as no part of the text.

    `level` is a heading's level from 1, 0 where the source only makes it look like one; of an item, how deep its list
    is, from 1, 0 where the source does not say. `mark` is what is printed before the text and no word of it: `3`,
    `(a)`, `iv`; empty for a bullet. `line` is where it stands in the source, from 1, or 0. `doubt` says what was
    changed in reading it, for the person who imports; empty where nothing was.
    """

    kind: Literal["heading", "paragraph", "item", "table", "furniture"]
    text: str
    level: int = 0
    mark: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    header: bool = False
    line: int = 0
    doubt: str = ""
