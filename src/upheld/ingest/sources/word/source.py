"""One decision as a Word file."""

from collections.abc import Iterator
from typing import BinaryIO

from upheld.analysis.pieces import Piece
from upheld.analysis.structure import ReadDocument, read_document
from upheld.analysis.titles import read_references, read_title
from upheld.analysis.vocabulary import Words
from upheld.ingest.document import document_entry, words_of
from upheld.ingest.found import Found, Outside, Reading, SourceEntry
from upheld.ingest.recognition import count_decisions
from upheld.ingest.sources.document_text import MORE_THAN_ONE
from upheld.ingest.sources.format import Format
from upheld.ingest.sources.word.reader import WordFile, read_word
from upheld.ingest.sources.word.refused import RefusedError

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")
_FROM_MARGIN = "Reference not stated in the text, read from a header or footer"


def recognises(head: bytes) -> bool:
    """Begins as every zip archive does: what kind it is, its directory says."""
    return head.startswith(_ARCHIVES)


def read(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """The decision, or why the file cannot be taken."""
    try:
        file = read_word(stream)
    except RefusedError as refused:
        yield reading.refuse(0, refused.code, refused.reason)
        return
    if count_decisions(_lines(file)) > 1:
        yield reading.refuse(0, "not-one-decision", MORE_THAN_ONE)
        return
    document, doubts = _document(file, words_of(reading.vocabulary))
    found = document_entry(document, reading)
    if isinstance(found, SourceEntry):
        found = found._replace(doubts=(*found.doubts, *doubts), outside=Outside(found.outside | outside(file)))
    yield found


def _document(file: WordFile, words: Words) -> tuple[ReadDocument, tuple[str, ...]]:
    """The document, and what to look at. Headers and footers are furniture, unless only they hold the reference."""
    remarks = tuple(remark[:1].upper() + remark[1:] for remark in file.remarks)
    document = read_document(file.pieces, words)
    named = [line for line in file.margins if read_references(line, words) or read_title(line, words)]
    if document.labels.references or not named:
        return document, remarks
    pieces = [*(Piece("paragraph", line) for line in named), *file.pieces]
    return read_document(pieces, words), (*remarks, _FROM_MARGIN)


def outside(file: WordFile) -> dict[str, str]:
    """What came with the file and is no text of it: its properties, addresses of links, headers and footers."""
    margins = {f"header or footer {count}": line for count, line in enumerate(file.margins, 1)}
    return {**file.outside, **margins}


def _lines(file: WordFile) -> Iterator[str]:
    for piece in file.pieces:
        yield from piece.text.split("\n")
        yield from (": ".join(row) for row in piece.rows)


FORMAT = Format("Word file", recognises, read)
