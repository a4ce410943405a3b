"""Pages saved as text: of a category, or of one decision."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from upheld.ingest.found import Found, Reading, Refusal
from upheld.ingest.listing.page import read_page
from upheld.ingest.listing.shelf import Heading
from upheld.ingest.listing.split import PageLine
from upheld.ingest.sources import document_text
from upheld.ingest.sources.format import Format
from upheld.ingest.sources.lines import TOO_LONG, decode, read_lines

MAX_PAGE = 64 * 1024 * 1024
_RETURN = re.compile(r"\r")  # the only line end of some old files
_BREAK = re.compile(
    r"[\f\v\u2028\u2029]|(?=\ufeff)|(?<=\ufeff)"
)  # a new page, or another file behind, counts as no line

_LONGEST_MARKED = 20_000
_MARKED = re.compile(r"^#|\]\(|\*\*|__")
_HEADING = re.compile(r"^#{1,6}\s+")
_LINK = re.compile(r"\[([^\[\]]{1,600})\]\((https?://[^()\s]{1,600})\)")
_LABEL = re.compile(r"(?:\*\*|__)(Summary\s*:)(?:\*\*|__)", re.IGNORECASE)


def recognises(head: bytes) -> bool:
    """Any text may be one: this format is asked last."""
    return bool(head.strip())


def read(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """The entries of the page, or of the pages one after the other; or the one decision that it is."""
    lines: list[PageLine] = []
    raw: list[tuple[int, str]] = []
    size = extra = 0
    for number, data in read_lines(stream):
        if data is None:
            yield reading.refuse(number + extra, "line-too-long", TOO_LONG)
            continue
        size += len(data)
        if size > MAX_PAGE:
            yield _too_large(number + extra, reading)
            break
        for piece in _RETURN.split(_without_end(decode(data))):
            lines += [_line(number + extra, part.strip("\ufeff")) for part in _BREAK.split(piece)]
            raw.append((number + extra, piece))
            extra += 1
        extra -= 1
    if document_text.is_document(raw, reading):
        yield from document_text.read(raw, reading)
        return
    yield from read_page(lines, reading, heading=Heading())


def _line(number: int, text: str) -> PageLine:
    """The line, without what Markdown puts around a heading, a link or the word “Summary”: some copies are that."""
    if len(text) > _LONGEST_MARKED or not _MARKED.search(text):
        return PageLine(number, text)
    if _LABEL.search(text):
        return PageLine(number, _LABEL.sub(r"\1", text))  # the summary itself is kept word for word
    link = _LINK.search(text)
    return PageLine(number, _LINK.sub(r"\1", _HEADING.sub("", text)), link[2] if link else "")


def _without_end(text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r")


def _too_large(number: int, reading: Reading) -> Refusal:
    limit = MAX_PAGE // 1024 // 1024
    return reading.refuse(number, "too-large", f"a category page has at most {limit} MB; split what follows this line")


FORMAT = Format("category page as text", recognises, read)
