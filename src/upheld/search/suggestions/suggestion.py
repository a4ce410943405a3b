"""One thing that may be meant."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["organisation", "subject", "law", "decision", "words"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that a reader may mean.

    `text` is what takes the place of what was typed. `path` leads to the thing itself; it is empty for words, which
    are searched for, and the slug alone for a law. `note` says more: “formerly Oldtown Council”, “in Housing”.
    """

    kind: Kind
    label: str
    text: str
    path: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name by which something can be found. Several may stand for the same `subject` of a kind.

    `subject` is what the kind goes by: an id, the slug of a law, a phrase. `key` is the folded name, `shorts` are short
    forms of it, folded: initials, codes. `weight` is the number of decisions. `is_other` says that it is not the
    present name.
    """

    kind: Kind
    subject: int | str
    name: str
    key: str
    weight: int = 0
    shorts: tuple[str, ...] = ()
    is_other: bool = False
