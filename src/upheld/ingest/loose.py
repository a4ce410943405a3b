"""Any text as parts to be examined: a file that holds no decision is looked through paragraph by paragraph."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from lxml import html

from upheld.analysis.identifiers import Part
from upheld.ingest.found import Reading
from upheld.ingest.sources import page_html, page_text
from upheld.ingest.sources.html_lines import page_lines
from upheld.ingest.sources.html_outside import html_outside
from upheld.ingest.sources.lines import decode, read_lines
from upheld.ingest.sources.registry import format_of
from upheld.ingest.sources.word import source as word
from upheld.ingest.sources.word.reader import read_word
from upheld.ingest.sources.word.refused import RefusedError

MAX_TEXT = 64 * 1024 * 1024


def loose_parts(stream: BinaryIO, reading: Reading) -> tuple[Part, ...]:
    """The paragraphs of a file that is no decision, by line; none where it is of a format without paragraphs."""
    found = format_of(stream)
    if found is word.FORMAT:
        return tuple(_word_parts(stream))
    if found is page_html.FORMAT:
        return tuple(_html_parts(stream, reading))
    return tuple(paragraphs(_lines(stream))) if found is page_text.FORMAT else ()


def paragraphs(lines: Iterable[tuple[int, str]]) -> Iterator[Part]:
    """Lines as paragraphs, each called by the line it begins with."""
    gathered: list[str] = []
    first = 0
    for number, line in lines:
        if line.strip():
            first = first if gathered else number
            gathered.append(line)
        elif gathered:
            yield Part(f"line {first}", "\n".join(gathered))
            gathered = []
    if gathered:
        yield Part(f"line {first}", "\n".join(gathered))


def _lines(stream: BinaryIO) -> Iterator[tuple[int, str]]:
    size = 0
    for number, data in read_lines(stream):
        size += len(data or b"")
        if data is not None and size <= MAX_TEXT:
            yield number, decode(data).rstrip("\r\n")


def _word_parts(stream: BinaryIO) -> Iterator[Part]:
    try:
        file = read_word(stream)
    except RefusedError:
        return
    for piece in file.pieces:
        yield Part(f"paragraph {piece.line}", piece.text)
        for number, row in enumerate(piece.rows, 1):
            yield from (Part(f"table row {number} column {at}", cell) for at, cell in enumerate(row, 1))
    outside = word.outside(file)
    yield from (Part(where, text) for where, text in outside.items())


def _html_parts(stream: BinaryIO, reading: Reading) -> Iterator[Part]:
    page: html.HtmlElement | None = page_html.parse(stream.read(page_html.MAX_PAGE))
    if page is None:
        return
    yield from paragraphs((line.number, line.text) for line in page_lines(page, reading.vocabulary))
    yield from (Part(where, text) for where, text in html_outside(page).items())
