"""Reads one uploaded file, from its bytes to decisions. Runs in a limited child: the file may mean harm."""

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from upheld.ingest.found import Found, Reading, Refusal, SourceEntry
from upheld.ingest.sources import document_text, page_html
from upheld.ingest.sources.lines import decode
from upheld.ingest.sources.registry import read_source
from upheld.ingest.sources.word import source as word
from upheld.ingest.sources.word.reader import read_word
from upheld.ingest.sources.word.refused import RefusedError
from upheld.ingest.uploads.request import ReadingRequest, read_request

MOST = 500  # decisions of one file
LONGEST_SOURCE = 400_000  # letters of a source that are shown
TOO_MANY = f"holds more than {MOST} decisions. Split it, or take it in from the command line: upheld import"
_FROM_NAME = "Reference read from the address or the file's name"
_STAND_IN = "Not stated"  # for a category that a document does not name

sys.setrecursionlimit(10_000)


def read(data: bytes) -> bytes:
    """JSON with what the file holds, what each lacks, and its source as text."""
    request = read_request(data)
    found = _found(request)
    kept = found[:MOST]
    if len(found) > MOST:
        kept.append((request.reading.refuse(0, "too-many", TOO_MANY), ()))
    answer: dict[str, Any] = {"found": [_sent(one, missing) for one, missing in kept]}
    if request.shows_source:
        answer["source"] = _source(request)
    return json.dumps(answer).encode()


def _found(request: ReadingRequest) -> list[tuple[Found, tuple[str, ...]]]:
    found = _read(request.data, request.reading)
    missing: list[str] = []
    reading = request.reading
    while len(found) == 1 and isinstance(found[0], Refusal) and len(missing) < 2:
        code = found[0].code
        if code == "no-reference" and "reference" not in missing:
            reading, missing = replace(reading, file=f"{reading.vocabulary.example}.x"), [*missing, "reference"]
        elif code == "category" and "category" not in missing:
            reading, missing = replace(reading, category=_STAND_IN), [*missing, "category"]
        else:
            break
        found = _read(request.data, reading)
    return [(_without_stand_ins(one, missing, request.reading.file), tuple(missing)) for one in found]


def _read(data: bytes, reading: Reading) -> list[Found]:
    """What the file holds; a text that does not look like a decision is read as one all the same."""
    found = list(islice(read_source(io.BytesIO(data), reading), MOST + 1))
    is_text = not word.recognises(data) and not page_html.recognises(data[:65_536])
    if is_text and found and all(isinstance(one, Refusal) and one.code == "no-entries" for one in found):
        return list(document_text.read(list(enumerate(decode(data).splitlines(), 1)), reading))
    return found


def _without_stand_ins(found: Found, missing: Sequence[str], file: str) -> Found:
    """The entry told by its own file's name, without the doubt that the stand-in for its reference caused."""
    place = found.place._replace(file=file)
    if isinstance(found, Refusal):
        return found._replace(place=place)
    doubts = tuple(doubt for doubt in found.doubts if not ("reference" in missing and doubt == _FROM_NAME))
    outside = type(found.outside)(found.outside | ({"file name": file} if "file name" in found.outside else {}))
    return found._replace(place=place, doubts=doubts, outside=outside)


def _sent(found: Found, missing: Sequence[str]) -> dict[str, Any]:
    if isinstance(found, Refusal):
        return {"refused": [found.place.line, found.code, found.reason, found.reference]}
    return {
        "record": found.record.model_dump_json(by_alias=True, exclude_unset=True),
        "line": found.place.line,
        "doubts": list(found.doubts),
        "outside": dict(found.outside),
        "missing": list(missing) if isinstance(found, SourceEntry) else [],
    }


def _source(request: ReadingRequest) -> str:
    """The text of the file as a person sees it, line by line."""
    data = request.data
    if word.recognises(data):
        return "\n\n".join(_word_lines(data))[:LONGEST_SOURCE]
    if page_html.recognises(data[:65_536]):
        return page_html.visible_text(data, request.reading.vocabulary)[:LONGEST_SOURCE]
    return decode(data).removeprefix("\ufeff")[:LONGEST_SOURCE]


def _word_lines(data: bytes) -> list[str]:
    try:
        file = read_word(io.BytesIO(data))
    except RefusedError:
        return []
    lines = []
    for piece in file.pieces:
        rows = "\n".join(" | ".join(row) for row in piece.rows)
        lines.append("\n".join(filter(None, (f"{piece.mark} {piece.text}".strip(), rows))))
    return lines
