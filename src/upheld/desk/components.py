"""What the desk's shared components are given: frozen dataclasses, made by pages, shown by macros."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """Something that was not accepted, in a sentence, and the id of the field to which it belongs."""

    text: str
    field: str = ""


@dataclass(frozen=True)
class Counter:
    """A number that leads to what it counts; `note` says what is special about it."""

    label: str
    count: int
    href: str
    note: str = ""


@dataclass(frozen=True)
class DeskRow:
    """One draft or decision in a table of the desk.

    `state` is a state's slug, as the tag of states knows it. `blockers` say in few words what keeps it from the next
    step; `day_label` says what `day` is: due, decided, to appear. `key` is what a form sends when the row is chosen.
    """

    href: str
    reference: str
    title: str
    state: str
    facts: tuple[str, ...] = ()
    by: str = ""
    at: dt.datetime | None = None
    day: dt.date | None = None
    day_label: str = ""
    findings: int = 0
    blockers: tuple[str, ...] = ()
    key: str = ""
    note: str = ""
