"""The parts of a query. What was typed is a tree of these, and so is what it means once names are looked up."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

FieldName = Literal["council", "category", "outcome", "type", "ref", "law", "remedy", "paid", "decided", "in"]
Filter = Literal["organisation", "category", "subcategory", "outcome", "type", "references", "laws", "remedy"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that must be there, in any of its forms.

    With `is_quoted`, in what is meant alone, it stood in quotes: it must be there even where hardly anything has all.
    """

    text: str
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """A word that begins so, as it is written: `educat*`."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must stand side by side, in this order.

    With `is_joined` they were typed as one, `co-operate`; without `is_typed` they came beside what was typed.
    """

    words: tuple[str, ...]
    is_joined: bool = field(default=False, compare=False)
    is_typed: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Near:
    """Words that must stand within `distance` words of one another, in any order: `"charge letter"~5`."""

    words: tuple[str, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its value as it was typed: `council:leeds`. Stands only in the tree of what was typed."""

    name: FieldName
    value: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Decisions with one of these values of a filter, as the index keeps them. Stands only in what is meant."""

    filter: Filter
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paid:
    """Decisions by which the complainant was paid so much in all, in pence; None is no bound. Both ends count."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions of these days, both of them counted; None is no bound."""

    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Within:
    """What must stand in one kind of section (a slug such as `agreed-action`); None: it has such a section at all."""

    section: str
    part: "Node | None"


@dataclass(frozen=True, slots=True)
class Not:
    """Without this."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """Every one of these."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of these."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Most:
    """At least so many of these. Nobody types it: it is looked for where hardly anything has all of the words.

    What has some of `also` is better, and nothing need have them.
    """

    parts: tuple["Node", ...]
    least: int
    also: tuple["Node", ...] = ()


Leaf = Word | Prefix | Phrase | Near | Field | Chosen | Paid | Decided
Node = Leaf | Within | Not | All | Any | Most
