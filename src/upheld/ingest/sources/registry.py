"""The one place where formats are registered, and where a file's format is found by looking into it."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from upheld.ingest.found import Found, Reading
from upheld.ingest.sources import interchange, page_html, page_text
from upheld.ingest.sources.format import Format

FORMATS: tuple[Format, ...] = (interchange.FORMAT, page_html.FORMAT, page_text.FORMAT)  # asked in this order

_HEAD = 65_536
_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip or Office file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x1f\x8b": "a gzip file",
    b"BZh": "a bzip2 file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
_TEXT = bytes(range(0x20, 0x100)) + b"\t\n\r\f\v"


def read_source(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """What a file holds, read as the first format that recognises it; one refusal where none does."""
    head = _peek(stream)
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        yield reading.refuse(0, "empty", "is empty")
    elif why := _not_text(head):
        yield reading.refuse(0, "not-text", why)
    else:
        yield from _format_of(head).read(stream, reading)


def _format_of(head: bytes) -> Format:
    return next(one for one in FORMATS if one.recognises(head))


def _peek(stream: BinaryIO) -> bytes:
    """The first bytes, without taking them from the stream."""
    peek = getattr(stream, "peek", None)
    if peek is not None and not stream.seekable():
        return bytes(peek(_HEAD)[:_HEAD])
    start = stream.tell()
    head = stream.read(_HEAD)
    stream.seek(start)
    return head


def _not_text(head: bytes) -> str | None:
    for magic, name in _MAGIC.items():
        if head.startswith(magic):
            return f"is {name}, not text; import category pages or interchange JSON Lines"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "is UTF-16; save it as UTF-8"
    if len(head.translate(None, _TEXT)) * 20 > len(head):
        return "is not text; import category pages or interchange JSON Lines"
    return None
