"""Lists of bodies as CSV, in the layout of mySociety's list of UK local authorities."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from upheld.ingest.found import Place, Refusal
from upheld.register.actions.add_organisations import Body
from upheld.register.names import name_key

REQUIRED = ("local-authority-code", "official-name", "local-authority-type-name")
_LONGEST = 500


class NotAListError(ValueError):
    """A file is not a list of bodies in a layout we know."""


def read_bodies(text: str, file: str) -> tuple[list[Body], list[Refusal]]:
    """The bodies of the list, and the rows that cannot be one. Raises NotAListError when the file is no such list."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    bodies: list[Body] = []
    refusals: list[Refusal] = []
    try:
        if missing := [column for column in REQUIRED if column not in (rows.fieldnames or ())]:
            raise NotAListError(f"{file} is not a list of bodies: it has no column {', '.join(missing)}")
        for row in rows:
            found = _body({key: (value or "").strip() for key, value in row.items() if isinstance(value, str | None)})
            if isinstance(found, Body):
                bodies.append(found)
            else:
                refusals.append(Refusal(Place(file, rows.line_num), "body", found))
    except csv.Error as error:
        raise NotAListError(f"{file}, line {rows.line_num}: not CSV: {error}") from error
    return bodies, refusals


def shared_names(bodies: Sequence[Body]) -> list[str]:
    """Names that several bodies of the list go by: they match none of them."""
    owners: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for body in bodies:
        for name in (body.name, *body.other_names):
            owners[name_key(name)].add(body.codes[0][1])
            names.setdefault(name_key(name), name)
    return sorted(names[key] for key, codes in owners.items() if len(codes) > 1)


def _body(row: Mapping[str, str]) -> Body | str:
    name, code = row["official-name"], row["local-authority-code"]
    if not name or not code or not name_key(name):
        return "the name or the code is missing"
    if len(name) > _LONGEST or not name.isprintable():
        return f"the name is longer than {_LONGEST} characters, or holds control characters"
    try:
        start, end = _day(row.get("start-date", "")), _day(row.get("end-date", ""))
    except ValueError:
        return f"{name}: a date is not written YYYY-MM-DD, or in no calendar"
    return Body(
        name=name,
        codes=tuple(_codes(row)),
        other_names=tuple(_other_names(row)),
        kind=row["local-authority-type-name"],
        start_on=start,
        end_on=end,
        successor=_successor(row.get("replaced-by", "")),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _successor(codes: str) -> str:
    """The one body that took over. Where several shared a body out, none of them is *the* successor."""
    return "" if "," in codes else codes


def _codes(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "local-authority", row["local-authority-code"]
    for code in (row.get("gss-code", ""), *row.get("former-gss-codes", "").split(",")):
        if code.strip():
            yield "gss", code.strip()


def _other_names(row: Mapping[str, str]) -> Iterator[str]:
    """The other names. Commas separate them and also stand inside some: a piece of a name is not a name."""
    nice = row.get("nice-name", "")
    if nice:
        yield nice
    whole = set(name_key(nice).split()) if "," in row["official-name"] + nice else set()
    for name in _rejoined(row.get("alt-names", "").split(",")):
        if name_key(name) and whole <= set(name_key(name).split()):
            yield name


def _rejoined(pieces: Sequence[str]) -> Iterator[str]:
    """The pieces, with a trailing “City of” put back behind its name."""
    names: list[str] = []
    for piece in (piece.strip() for piece in pieces):
        words = piece.lower().split()
        if names and len(words) <= 2 and words[-1:] == ["of"]:
            names[-1] = f"{names[-1]}, {piece}"
        elif piece:
            names.append(piece)
    yield from names
