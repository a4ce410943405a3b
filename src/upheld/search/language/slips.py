"""What people type who never read how a query is written: told where it stands, with what to type. Pure."""

import re
from collections.abc import Callable

from upheld.search.language.faults import Fault
from upheld.search.language.fields import fault_of, field_named, meant_by, value_at
from upheld.search.language.signs import DASHES, OPERATORS, QUOTES
from upheld.search.language.tree import Field, FieldName
from upheld.search.language.values import end_of_value, joined_days, joined_sums, read_decided, read_paid
from upheld.search.language.writing import value_text

Knows = Callable[[Field], bool]
"""Whether a field's value stands for something, so that it may have been meant: “I rang the council: no” does not."""

_PARTED = re.compile(r"([A-Za-z]{2,20})(?:\s*=\s*|\s+:\s*|:\s+)(?=[^\s:=])")
_SIGNED = re.compile(r"([A-Za-z]{2,20})\s*(?=[<>≤≥]=?\s*£?\s*[0-9])")
_WITHOUT = re.compile(rf"[!{DASHES}](?=[^\W_]|[({QUOTES}])")
_EITHER = re.compile(r"\|+")
_NEAR_OF_OTHERS = re.compile(
    r"(?<![^\s(])([^\W_]+)\s+((?:NEAR|WITHIN|[wWnN])/([1-9][0-9]?))\s+([^\W_]+)(?![^\W_]|[*:'’-])"
)
_NEAR = re.compile(r"~[0-9]{1,4}(?![^\W_])")
_FACE = re.compile(r"[:;=]['-]?[()]+(?![^\W_])")
_QUOTED_SIGN = re.compile(r"(?<=[^\W_])\*|\sOR(?=\s)")
_NEXT = re.compile(rf"\s+([^\W_][^\s():;,*~{QUOTES}]*)(?=[\s),;]|$)")
_OR_NEXT = re.compile(rf"\s+OR\s+([^\W_][^\s():;,*~{QUOTES}]*)(?=[\s),;]|$)")
_NAMED: frozenset[FieldName] = frozenset({"council", "category", "outcome", "type", "law", "remedy", "in"})
_SIGN_NEXT = r"\s*,?\s*(?:(?:and|but|&)\s+)?(?=[<>≤≥])"
_AND = r"\s*,?\s+(?:(?:and|but|&)\s+)?(?="
_BOUNDS = {
    "paid": re.compile(
        rf"{_SIGN_NEXT}|{_AND}"
        r"(?:under|over|above|below|up to|at (?:least|most)|(?:less|more|lower|higher) than)\s+£?[0-9])",
        re.IGNORECASE,
    ),
    "decided": re.compile(rf"{_SIGN_NEXT}|{_AND}(?:before|after|since|until|till|up to)\s)", re.IGNORECASE),
}
_MOST_WORDS = 6
_SMALL = 3  # letters of a word that no name is known by: “the”


def can_be_read(field: Field) -> bool:
    """Knows the values that can be read without a register: sums and days."""
    return field.name in ("paid", "decided") and not fault_of(field.name, field.value)


def parted_field(text: str, start: int, knows: Knows) -> Fault | None:
    """`council: leeds`, `outcome = upheld`, `paid>500`: a field but for its colon, or for a space beside it."""
    found = _PARTED.match(text, start) or _SIGNED.match(text, start)
    written = _as_field(found[1], text[found.end() :]) if found else ""
    if found is None or not written:
        return None
    name = field_named(written[:-1])
    end, value = value_at(text, name, found.end()) if name else (start, "")
    is_all = bool(field_named(found[1])) and not text[:start].strip() and not text[end:].strip()
    if name is None or end <= found.end() or not (is_all or knows(Field(name, " ".join(value.split())))):
        return None
    message = f"Write {written} with a colon and no space before its value; this was read as words."
    return Fault(start, end, message, ((start, found.end(), written),))


def _as_field(typed: str, value: str) -> str:
    """The field as it is written, where there is such a field or one that is near; empty where there is none."""
    if field_named(typed):
        return f"{typed.lower()}:"
    meant = meant_by(typed, value)
    return meant if meant.endswith(":") else ""


def longer_value(text: str, name: FieldName, place: tuple[int, int, int], knows: Knows) -> Fault | None:
    """`law:care act 2014`: a value whose other words were left to be looked for in the text.

    `place` is where the field begins, and where its value begins and ends.
    """
    start, at, end = place
    best, count = end, 0
    while name in _NAMED and count < _MOST_WORDS and (found := _NEXT.match(text, end)) and found[1] not in OPERATORS:
        end, count = found.end(), count + 1
        if knows(Field(name, " ".join(text[at:end].split()))):
            best = end
        elif (name != "law" or text[best:end].count(" ") > 1) and (count > 1 or place[2] - at > _SMALL):
            break
    if best == place[2]:
        return None
    value = " ".join(text[at:best].split())
    message = f"Only “{text[at : place[2]]}” was read as part of {name}:. A value of several words stands in quotes."
    return Fault(start, best, message, ((at, best, f'"{value}"'),))


def more_values(text: str, name: FieldName, place: tuple[int, int, int], knows: Knows) -> Fault | None:
    """`council:leeds OR kent`: more values of one field, which were taken for words."""
    start, at, end = place
    values = [text[at:end]]
    while name in _NAMED and (found := _OR_NEXT.match(text, end)) and knows(Field(name, found[1])):
        values.append(found[1])
        end = found.end()
    if len(values) < 2:
        return None
    others = " and ".join(f"“{value}”" for value in values[1:])
    message = f"{others} was looked for as a word. Several values of {name}: stand in brackets."
    return Fault(start, end, message, ((at, end, f"({' OR '.join(values)})"),))


def second_bound(text: str, name: FieldName, place: tuple[int, int, int]) -> Fault | None:
    """`paid:>500 <1000`: another bound, beside the field instead of in its value, which no quotes end."""
    start, at, end = place
    found = _BOUNDS[name].match(text, end) if name in _BOUNDS else None
    read, joined = (read_paid, joined_sums) if name == "paid" else (read_decided, joined_days)
    first = text[at:end]
    last = end_of_value(text, found.end(), read) if found and read(first) else 0
    if found is None or last <= found.end():
        return None
    both = joined(first, text[found.end() : last])
    if not both and text[found.end()] not in "<>≤≥":
        return None
    how = "From one to the other is written with two dots; both ends count." if both else "The rest was passed over."
    message = f"Only “{first}” was read as part of {name}:. {how}"
    return Fault(start, last, message, ((at, last, value_text(both)),) if both else ())


def strange_sign(text: str, start: int) -> Fault | None:
    """A sign that other searches have, or that a word processor made of one of ours."""
    before = text[:start]
    is_alone = not before or before[-1].isspace() or before[-1] == "("
    if (found := _WITHOUT.match(text, start)) and is_alone:
        message = f"To leave something out, put a minus sign (-) straight before it; “{found[0]}” was passed over."
        return Fault(start, found.end(), message, ((start, found.end(), "-"),))
    if found := _EITHER.match(text, start):
        message = "For one or the other, write OR between them; this sign was passed over."
        return Fault(start, found.end(), message, ((start, found.end(), " OR "),))
    if (found := _NEAR.match(text, start)) and before.rstrip()[-1:] in tuple(QUOTES):
        message = "Put ~ and its number straight behind the closing quotation mark; this was passed over."
        return Fault(start, found.end(), message, ((len(before.rstrip()), start, ""),))
    return None


def near_of_others(text: str, start: int) -> Fault | None:
    """`damp NEAR/5 mould`, `damp w/5 mould`: words near one another as other searches write them."""
    found = _NEAR_OF_OTHERS.match(text, start)
    if found is None or {found[1], found[4]} & OPERATORS:
        return None
    message = f"Words near one another stand in quotes, with ~ and a number behind; “{found[2]}” was read as a word."
    return Fault(start, found.end(), message, ((start, found.end(), f'"{found[1]} {found[4]}"~{found[3]}'),))


def quoted_sign(quoted: re.Match[str]) -> Fault | None:
    """A star, or `OR`, in quotes, where it means nothing."""
    sign = _QUOTED_SIGN.search(quoted[1])
    if sign is None or quoted[1].isupper():
        return None
    message = f"Within quotes {sign[0].strip()} is no sign: what stands there is looked for word by word, side by side."
    edits = ((quoted.start(), quoted.start() + 1, " "), (quoted.end() - 1, quoted.end(), " "))
    return Fault(quoted.start(), quoted.end(), message, edits)


def end_of_face(text: str, start: int) -> int:
    """Where a face of signs ends, whose bracket is none: `:(`; its beginning where there is no face."""
    found = _FACE.match(text, start) if not text[:start] or text[start - 1].isspace() else None
    return found.end() if found else start
