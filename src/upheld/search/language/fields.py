"""The fields of the query language, and the names they go by."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from upheld.lib.text import narrow
from upheld.search.language.moving import by_date, is_moving
from upheld.search.language.signs import QUOTES, STOP
from upheld.search.language.tree import Decided, FieldName
from upheld.search.language.values import Reader, end_of_value, read_decided, read_paid

_NEAR = 72
_NEVER = frozenset({"http", "https", "mailto", "tel", "ftp", "www", "file"})
QUOTED = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]")
_SINGLE = re.compile(rf"['‘`]([^'‘’`(){QUOTES}]+)['’`](?![^\W_])")
_NAMED = re.compile(r"(?<![^\W_])([A-Za-z]+):(?=\S)")
_GROUPS = re.compile(r"[0-9]{1,4}(?:\s+[0-9]{2,4}){1,2}[A-Za-z]?\b")
_PLAIN = re.compile(rf"[^\s(){QUOTES}]+")


@dataclass(frozen=True, slots=True)
class FieldKind:
    """One field: its name, the other words it goes by, what its value is, and an example."""

    name: FieldName
    also: tuple[str, ...]
    what: str
    example: str


FIELDS = (
    FieldKind("council", ("organisation", "body"), "an organisation, by any name it has or had", "council:alderford"),
    FieldKind("category", ("subject",), "a subject, or a part of one", "category:housing"),
    FieldKind("outcome", (), "how the case ended", "outcome:upheld"),
    FieldKind("type", (), "the kind of document", "type:report"),
    FieldKind("ref", ("reference",), "a decision's reference, or several", "ref:21-017-299"),
    FieldKind("law", (), "a law that the decision names, or a section of it", 'law:"care act 2014 section 9"'),
    FieldKind("remedy", (), "what was done to put things right", "remedy:apology"),
    FieldKind("paid", (), "pounds paid to the person who complained", "paid:>500"),
    FieldKind("decided", ("date", "year"), "the day, month or year of the decision", "decided:2022..2024"),
    FieldKind("in", (), "the part of the decision to look in", 'in:"agreed action"'),
)
_ANY_DAY = dt.date(2020, 2, 20)


def _read_moving(text: str) -> Decided | None:
    """Days by their dates or from the day on which one asks, to tell where a value ends: as if that were any day."""
    return read_decided(by_date(text, _ANY_DAY))


_READERS: Mapping[str, Reader] = {"paid": read_paid, "decided": _read_moving}
_OTHER_NAMES: Mapping[FieldName, str] = {
    "council": "authority trust provider org borough county district",
    "category": "topic theme",
    "outcome": "result verdict decision",
    "type": "document doc kind",
    "ref": "number case id",
    "law": "act statute legislation",
    "remedy": "redress",
    "paid": "amount sum payment compensation award awarded money",
    "in": "section part",
}
_MEANT = {other: name for name, others in _OTHER_NAMES.items() for other in others.split()}
_WHEN = {"since": ">=", "from": ">=", "after": ">", "before": "<", "until": "<=", "till": "<="}
_NAMES: dict[str, FieldName] = {name: kind.name for kind in FIELDS for name in (kind.name, *kind.also)}


def field_named(name: str) -> FieldName | None:
    """The field of this name in any case; None if there is none."""
    return _NAMES.get(name.lower())


def meant_by(name: str, value: str) -> str:
    """How the field is written that somebody may have meant, up to its value: `council:`; empty if none is near."""
    key, is_figure = name.lower(), value[:1].isdigit() or value[:1] in tuple("<>=£")
    if key in _WHEN:
        return f"decided:{_WHEN[key]}" if value[:1].isdigit() else ""
    if (meant := _MEANT.get(key)) is None:
        near = process.extractOne(key, tuple(_NAMES), scorer=fuzz.ratio, score_cutoff=_NEAR)
        return f"{_NAMES[near[0]]}:" if near else ""
    return f"{meant}:" if is_figure or meant != "paid" else ""


def may_be_field(name: str) -> bool:
    """Whether a word before a colon may have been meant as a field: not the beginning of an address."""
    return name.isalpha() and name.isascii() and 2 <= len(name) <= 20 and name.lower() not in _NEVER


def without_names(text: str) -> str:
    """The text with spaces in place of the names of fields that have a value; itself where nothing else is there."""
    text = narrow(text)
    left = _NAMED.sub(lambda found: " " * len(found[0]) if field_named(found[1]) else found[0], text)
    return left if re.search(r"[^\W_]", left) else text


def value_at(text: str, name: FieldName, at: int) -> tuple[int, str]:
    """The value of a field that begins there, and where it ends: at its beginning where there is none."""
    if text[at] in QUOTES:
        quoted = QUOTED.match(text, at)
        return (quoted.end(), quoted[1]) if quoted else (at, "")
    if single := _SINGLE.match(text, at):
        return single.end(), single[1]
    if name in _READERS and (end := end_of_value(text, at, _READERS[name])) > at:
        return end, text[at:end]
    if name == "ref" and (groups := _GROUPS.match(text, at)):
        return groups.end(), groups[0]
    plain = _PLAIN.match(text, at)
    value = STOP.sub("", plain[0]) if plain else ""
    return at + len(value), value


def fault_of(name: FieldName, value: str) -> str:
    """What is wrong with the value, as far as can be told without the register; empty when it can be read."""
    if name == "paid" and read_paid(value) is None:
        return "After paid: write a sum in pounds, such as 500, >500 or 100..500."
    if name == "decided" and read_decided(value) is None:
        if is_moving(value) and _read_moving(value):
            return f"What “{value}” means changes from day to day. With dates, this search always finds the same."
        return "After decided: write a year, a month or a day, such as 2022, 2022-04 or 2021..2023."
    return ""
