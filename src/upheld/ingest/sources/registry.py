"""The one place where formats are registered, and where a file's format is found by looking into it."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from upheld.ingest.found import Found, Reading
from upheld.ingest.sources import interchange, page_html, page_text
from upheld.ingest.sources.format import Format
from upheld.ingest.sources.word import source as word

FORMATS: tuple[Format, ...] = (
    word.FORMAT,
    interchange.FORMAT,
    page_html.FORMAT,
    page_text.FORMAT,
)  # asked in this order

_HEAD = 65_536
_SAVE_AS_WORD = "Open it in Word or LibreOffice, save it as “Word Document (.docx)”, and import that"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_OLD = b"\xd0\xcf\x11\xe0"
_MAGIC = {
    b"%PDF": "is a PDF, which keeps neither headings nor paragraphs. Import the Word document it was made from",
    _OLD: f"is an old Office file (.doc, .xls, .msg). {_SAVE_AS_WORD}",
    b"{\\rtf": f"is a Rich Text file (.rtf). {_SAVE_AS_WORD}",
    b"\x1f\x8b": "is a gzip file. Unpack it first",
    b"BZh": "is a bzip2 file. Unpack it first",
    b"\x89PNG": "is a picture, not text",
    b"\xff\xd8\xff": "is a picture, not text",
    b"GIF8": "is a picture, not text",
    b"\x7fELF": "is a program, not text",
    b"SQLite format 3": "is a database, not text",
}
_WORD_XML = (b"<pkg:package", b"<w:wordDocument")
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


def format_of(stream: BinaryIO) -> Format | None:
    """The format of a file; None where it is of none."""
    head = _peek(stream)
    blank = not head.removeprefix(codecs.BOM_UTF8).strip()
    return None if blank or _not_text(head) else _format_of(head)


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
    if head.startswith(_OLD) and _PASSWORD in head:
        return f"is protected by a password, so nobody can read it without. Take the password off. {_SAVE_AS_WORD}"
    for magic, why in _MAGIC.items():
        if head.startswith(magic):
            return why
    if any(mark in head for mark in _WORD_XML):
        return f"is Word XML. {_SAVE_AS_WORD}"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None if page_html.recognises(head) else "is UTF-16; save it as UTF-8"
    if not word.recognises(head) and len(head.translate(None, _TEXT)) * 20 > len(head):
        return "is not text; import pages of decisions or categories, Word files, or interchange JSON Lines"
    return None
