"""The shape of a source: how its beginning is told from others, and how it is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from upheld.ingest.found import Found, Reading


@dataclass(frozen=True)
class Format:
    """One format. `recognises` is shown the first bytes of a file; `read` gives what it holds, in order."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[BinaryIO, Reading], Iterator[Found]]
