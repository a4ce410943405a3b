"""Word files read for tests: what a reader of one sees, and what the person who imports it is told."""

import io

from upheld.analysis.pieces import Piece
from upheld.ingest.found import Found, Reading
from upheld.ingest.listing.vocabulary import Vocabulary
from upheld.ingest.sources.registry import read_source
from upheld.ingest.sources.word.reader import WordFile, read_word
from upheld.ingest.sources.word.refused import RefusedError
from upheld.scheme import get_scheme


def read(data: bytes) -> WordFile:
    """The file, read as an import reads it."""
    return read_word(io.BytesIO(data))


def refusal(data: bytes) -> RefusedError:
    """Why the file is refused."""
    try:
        read(data)
    except RefusedError as refused:
        return refused
    raise AssertionError("the file was read")


def lines(pieces: tuple[Piece, ...]) -> list[str]:
    """What a reader sees: a line for each piece, its mark before a tab; a line for each row of a table."""
    seen: list[str] = []
    for piece in pieces:
        if piece.kind == "table":
            seen += ["\t" + " | ".join(_squeezed(cell) for cell in row) for row in piece.rows]
        elif piece.kind != "furniture":
            seen.append(f"{piece.mark}\t{_squeezed(piece.text)}")
    return seen


def entries(data: bytes, file: str = "decision.docx", category: str | None = "Housing") -> list[Found]:
    """What an import makes of the file."""
    reading = Reading(file, Vocabulary.of(get_scheme()), category)
    return list(read_source(io.BytesIO(data), reading))


def _squeezed(text: str) -> str:
    return " ".join(part for part in text.replace("\n", " ").replace("\t", " ").split(" ") if part)
