"""The fields of the query language, and the names they go by."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from upheld.search.language.tree import FieldName

_NEAR = 72
_NEVER = frozenset({"http", "https", "mailto", "tel", "ftp", "www", "file"})


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
_NAMES: dict[str, FieldName] = {name: kind.name for kind in FIELDS for name in (kind.name, *kind.also)}


def field_named(name: str) -> FieldName | None:
    """The field of this name in any case; None if there is none."""
    return _NAMES.get(name.lower())


def nearest_field(name: str) -> FieldName | None:
    """The field somebody may have meant; None if no name is near."""
    found = process.extractOne(name.lower(), tuple(_NAMES), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return _NAMES[found[0]] if found else None


def may_be_field(name: str) -> bool:
    """Whether a word before a colon may have been meant as a field: not the beginning of an address."""
    return name.isalpha() and name.isascii() and 2 <= len(name) <= 20 and name.lower() not in _NEVER
