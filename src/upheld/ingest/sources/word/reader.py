"""Word files read in a child process: what it says of them, and in words what it could not do."""

import atexit
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, BinaryIO

from upheld.analysis.pieces import Piece
from upheld.ingest.sources.word.refused import RefusedError
from upheld.lib.children import ChildError, CrashedError, LimitedChild, Limits, TooMuchMemoryError, TooSlowError

MAX_FILE = 50 * 1024 * 1024
LIMITS = Limits(memory=300 * 1024 * 1024, seconds=4.0, processor_seconds=4, answer=32 * 1024 * 1024, share=200)
_NAMES = tuple(one.name for one in fields(Piece))
_AGAIN = "Copy its text into a new Word document and import that"


@dataclass(frozen=True)
class WordFile:
    """What a Word file holds: pieces of its text in order, remarks for the person, the lines of its headers.

    `outside` is what it brings and nobody keeps, by its place: properties, addresses of links.
    """

    pieces: tuple[Piece, ...]
    remarks: tuple[str, ...]
    margins: tuple[str, ...]
    outside: Mapping[str, str] = field(default_factory=dict)


def read_word(stream: BinaryIO) -> WordFile:
    """The file. Raises RefusedError with a sentence that says what to do."""
    data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise RefusedError(
            "too-large", f"is larger than {MAX_FILE // 1024 // 1024} MB. Take out its pictures, or split it"
        )
    answer = json.loads(_answer(data))
    if refused := answer.get("refused"):
        raise RefusedError(*refused)
    pieces = (_piece(values) for values in answer["pieces"])
    return WordFile(tuple(pieces), tuple(answer["remarks"]), tuple(answer["margins"]), answer["outside"])


def _piece(sent: list[Any]) -> Piece:
    values = dict(zip(_NAMES, sent, strict=True))
    return Piece(**values | {"rows": tuple(tuple(row) for row in values["rows"])})


def _answer(data: bytes) -> bytes:
    try:
        return word_child().do(data)
    except TooSlowError as error:
        raise RefusedError(
            "too-slow", f"takes longer to read than any decision does, so it was given up. {_AGAIN}"
        ) from error
    except TooMuchMemoryError as error:
        raise RefusedError(
            "too-large", f"needs more memory than any decision does, so it was given up. {_AGAIN}"
        ) from error
    except CrashedError as error:
        raise RefusedError("damaged", f"could not be read, and may be damaged. {_AGAIN}") from error
    except ChildError as error:
        raise RefusedError("too-large", f"holds more text than any decision does. {_AGAIN}") from error


@cache
def word_child() -> LimitedChild:
    """The child that reads Word files for this process."""
    child = LimitedChild("upheld.ingest.sources.word.child:read", LIMITS)
    atexit.register(child.close)
    return child
