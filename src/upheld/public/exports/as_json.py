"""Results as JSON, and as JSON Lines: every decision whole, in the interchange form, which can be imported again."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings

from upheld.public.exports.row import Row
from upheld.public.twins.interchange import Superseded, write_line
from upheld.register.records import VersionMark

Values = Mapping[str, Any]
Chunks = Iterable[Sequence[Row]]


def write_lines(about: Values, chunks: Chunks, end: Callable[[], Values], *, demo: bool) -> Iterator[bytes]:
    """JSON Lines: what this is, a decision a line, and how it ended. Without its last line a file is not whole."""
    yield _line({"about": about}) + b"\n"
    for rows in chunks:
        yield b"".join(as_interchange(row, demo=demo) + b"\n" for row in rows)
    yield _line({"end": end()}) + b"\n"


def write_json(about: Values, chunks: Chunks, end: Callable[[], Values], *, demo: bool) -> Iterator[bytes]:
    """One object: `about`, `decisions` and `end`."""
    yield b'{\n"about": ' + _line(about) + b',\n"decisions": ['
    between = b"\n"
    for rows in chunks:
        yield between + b",\n".join(as_interchange(row, demo=demo) for row in rows)
        between = b",\n"
    yield b'\n],\n"end": ' + _line(end()) + b"\n}\n"


def as_interchange(row: Row, *, demo: bool) -> bytes:
    """The row as one line of interchange that says what version it is. Imports refuse one that was replaced."""
    mark = VersionMark(
        number=row.version.number,
        made_at=row.version.made_at,
        content_hash=row.version.content_hash or "",
        address=f"{settings.PUBLIC_URL}{row.path}",
    )
    return write_line(row.record.model_copy(update={"version": mark}), _superseded(row), demo=demo)


def _superseded(row: Row) -> Superseded | None:
    if row.replaced_at is None:
        return None
    return Superseded(row.version.number, row.decision.version_number, row.replaced_at)


def _line(values: Values) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode()
