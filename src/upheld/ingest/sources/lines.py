"""Lines of a file, however large: what is longer than a line may be is passed over, never held in memory."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

MAX_LINE = 8 * 1024 * 1024
TOO_LONG = f"the line is longer than {MAX_LINE // 1024 // 1024} MB, so it was passed over"
_UTF_8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def read_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1, without a leading byte order mark; None in place of one that is too long."""
    number = 0
    while data := stream.readline(MAX_LINE + 1):
        number += 1
        if len(data) > MAX_LINE and not data.endswith(b"\n"):
            _pass_over_rest(stream)
            yield number, None
        else:
            yield number, data.removeprefix(codecs.BOM_UTF8) if number == 1 else data


def decode(data: bytes) -> str:
    """The text, as UTF-8; where it is not, as Windows-1252, which old pages and saved files are written in.

    Bytes of a damaged UTF-8 text become lone surrogates, and those of neither encoding control characters: the
    register refuses both, so that no text is taken in with letters it never had.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if _UTF_8_LETTER.search(data):
            return data.decode("utf-8", errors="surrogateescape")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _pass_over_rest(stream: BinaryIO) -> None:
    while (data := stream.readline(MAX_LINE)) and not data.endswith(b"\n"):
        pass
