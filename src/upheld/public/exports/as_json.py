"""Results as JSON, and as JSON Lines: every decision whole, in the interchange form, which can be imported again."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings

from upheld.public.exports.row import Row
from upheld.public.twins.interchange import Superseded, write_line
from upheld.register.records import VersionMark

Values = Mapping[str, Any]
_BATCH = 50


def write_lines(about: Values, rows: Iterable[Row], end: Callable[[], Values], *, demo: bool) -> Iterator[bytes]:
    """JSON Lines: what this is, a decision a line, and how it ended. Without its last line a file is not whole."""
    yield _line({"about": about}) + b"\n"
    for batch in _batches(rows):
        yield b"".join(as_interchange(row, demo=demo) + b"\n" for row in batch)
    yield _line({"end": end()}) + b"\n"


def write_json(about: Values, rows: Iterable[Row], end: Callable[[], Values], *, demo: bool) -> Iterator[bytes]:
    """One object: `about`, `decisions` and `end`."""
    yield b'{\n"about": ' + _line(about) + b',\n"decisions": ['
    between = b"\n"
    for batch in _batches(rows):
        yield between + b",\n".join(as_interchange(row, demo=demo) for row in batch)
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


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _line(values: Values) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode()
