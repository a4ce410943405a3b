"""Interchange: one decision a line as JSON. A single JSON array or object over several lines is taken too.

Files of search results say at their beginning what they are, and at their end how they ended: no decisions, passed by.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from upheld.analysis.document import Block
from upheld.ingest.found import Found, Place, Reading, Refusal, SourceEntry
from upheld.ingest.sources.format import Format
from upheld.ingest.sources.lines import TOO_LONG, read_lines
from upheld.register.records import DecisionRecord

MAX_DOCUMENT = 64 * 1024 * 1024
_JSON = re.compile(rb"\s*[{\[]")
_AROUND = (b'{"about": {', b'{"end": {')  # as our own files of results write them
_WHOLE = re.compile(rb"\s*(?:\[.*|\{\s*)", re.DOTALL)
_SEPARATOR = re.compile(r"[\s,]*")
_LATER_LINE = re.compile(rb'^\{\s*"', re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = ("decided_on", "published_on", "satisfied_on")
_SENTENCES = {
    "missing": "is missing",
    "extra_forbidden": "is not a key of interchange",
    "string_type": "must be text",
    "string_too_long": "is too long",
    "string_too_short": "is empty",
    "date_parsing": "must be a day of the calendar, written YYYY-MM-DD",
    "date_type": "must be a day of the calendar, written YYYY-MM-DD",
    "tuple_type": "must be a list",
    "model_type": "must be an object",
    "int_type": "must be a whole number",
}


class _KeyTwiceError(ValueError):
    """An object has a key twice, so one of its two values would be lost."""


def recognises(head: bytes) -> bool:
    """Begins as JSON does, or a later line does."""
    head = head.removeprefix(codecs.BOM_UTF8)
    return _JSON.match(head) is not None or (not head.startswith(b"<") and _LATER_LINE.search(head) is not None)


def read(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """The record of every line that is not blank."""
    for number, data in read_lines(stream):
        if data is None:
            yield reading.refuse(number, "line-too-long", TOO_LONG)
        elif number == 1 and _WHOLE.fullmatch(data):
            yield from _read_whole(data, stream, reading)
        elif not data.isspace() and not _is_around(data):
            yield read_line(data, Place(reading.file, number), reading)


def read_line(data: bytes, place: Place, reading: Reading) -> Found:
    """The record that a line is, or why it is none."""
    try:
        record = DecisionRecord.model_validate_json(data)
        if not _is_surely_right(record, data):
            _check(json.loads(data, object_pairs_hook=_unique))
    except ValidationError as error:
        return _refusal(error.errors(include_url=False)[0], data, place, reading)
    except (RecursionError, ValueError) as error:
        return Refusal(place, "json", str(error), _reference(data, reading))
    return SourceEntry(record, place)


def _is_around(data: bytes) -> bool:
    """Whether the line is one of those around the decisions of a file of results. A piece of one is no such line."""
    if not data.startswith(_AROUND):
        return False
    try:
        value = json.loads(data)
    except (RecursionError, ValueError):
        return False
    return isinstance(value, dict) and len(value) == 1


def _is_surely_right(record: DecisionRecord, data: bytes) -> bool:
    """Whether each key of the line has its place in the record, so that none stood twice, and its days are days.

    Counting is quicker than reading the line a second time; where it cannot tell, it says no.
    """
    days = [day.isoformat().encode() for day in (getattr(record, key) for key in _DAYS) if day]
    return (
        b'" :' not in data
        and b"\t" not in data
        and data.count(b'":') == _keys(record)
        and all(day in data for day in days)
    )


def _keys(record: DecisionRecord) -> int:
    parts: list[BaseModel] = [
        record,
        *filter(None, [record.version]),
        *record.organisations,
        *record.remedies,
        *record.sections,
    ]
    blocks = [block for section in record.sections for block in section.blocks]
    while blocks:
        parts += [*blocks, *(block.table for block in blocks if block.table)]
        blocks = [item for block in blocks for item in block.items if isinstance(item, Block)]
    return sum(len(part.model_fields_set) for part in parts)


def _read_whole(first: bytes, stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """A JSON array, or one object, written over several lines."""
    data = first + stream.read(MAX_DOCUMENT)
    if stream.read(1):
        limit = MAX_DOCUMENT // 1024 // 1024
        yield reading.refuse(1, "too-large", f"a JSON array has at most {limit} MB; write one decision a line instead")
        return
    try:
        yield from _read_elements(data.decode("utf-8"), reading)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield reading.refuse(line, "encoding", "is not UTF-8; save the file as UTF-8")


def _read_elements(text: str, reading: Reading) -> Iterator[Found]:
    decoder = json.JSONDecoder(object_pairs_hook=_unique)
    in_array = text.lstrip().startswith("[")
    position = text.index("[") + 1 if in_array else 0
    line, counted = 1, 0
    while (position := _after(_SEPARATOR, text, position)) < len(text) and not text.startswith("]", position):
        line, counted = line + text.count("\n", counted, position), position
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            yield reading.refuse(line, "json", "is not JSON from here on, or is cut off; what follows was not read")
            return
        for one in _decisions(value):
            yield read_line(json.dumps(one).encode(), Place(reading.file, line), reading)
    if in_array and position >= len(text):
        yield reading.refuse(line, "json", "the array is cut off after this")


def _decisions(value: Any) -> list[Any]:
    """The decisions of a whole file of search results; anything else is one itself."""
    inner = value.get("decisions") if isinstance(value, dict) and "about" in value and "end" in value else None
    return inner if isinstance(inner, list) else [value]


def _after(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        key = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        raise _KeyTwiceError(f"the key “{key[:60]}” stands twice in one object")
    return values


def _check(values: dict[str, Any]) -> None:
    for key in _DAYS:
        value = values.get(key)
        if value is not None and not _DAY.fullmatch(value):
            raise ValueError(f"{key} {_SENTENCES['date_parsing']}")


def _refusal(fault: ErrorDetails, data: bytes, place: Place, reading: Reading) -> Refusal:
    kind = fault["type"]
    if kind == "json_invalid":
        return Refusal(place, "json", _why_no_json(data, fault["msg"]))
    if not fault["loc"] and kind != "value_error":
        return Refusal(place, "not-an-object", "is not a JSON object")
    key = ".".join(str(part)[:60] for part in fault["loc"])
    sentence = _SENTENCES.get(kind) or fault["msg"].removeprefix("Value error, ")
    return Refusal(place, kind.replace("_", "-"), f"{key} {sentence}".strip(), _reference(data, reading))


def _why_no_json(data: bytes, message: str) -> str:
    if b"\0" in data:
        return "holds NUL characters; this is not JSON"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "is not UTF-8; save the file as UTF-8"
    detail = message.removeprefix("Invalid JSON: ").replace(" at line 1 column ", " at character ")
    return f"is not whole JSON: {detail}"


def _reference(data: bytes, reading: Reading) -> str:
    """The reference of a record that cannot be taken in, if it has one."""
    try:
        found = reading.vocabulary.pattern.parse_printed(json.loads(data)["reference"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ""
    return found.printed if found else ""


FORMAT = Format("interchange JSON Lines", recognises, read)
