"""Files as they come in: kept in memory until they are read, and never on a disk."""

import io
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from upheld.ingest.uploads.reader import MAX_FILE

MB = 1024 * 1024
MOST_FILES = 250
MOST_BYTES = 100 * MB
LIMITS = (
    f"{MOST_FILES} files at once",
    f"{MAX_FILE // MB} MB a file",
    f"{MOST_BYTES // MB} MB together",
    "3 MB of pasted text",
)


@dataclass(frozen=True)
class Given:
    """A file that somebody sent. One that was too large is told by its name alone, with no `data`. Prints no words."""

    name: str
    data: bytes | None

    def __repr__(self) -> str:
        return f"<a file of {len(self.data or b'')} bytes>"


class InMemory(FileUploadHandler):
    """Keeps each file in memory while there is room, and passes over what is too much, so that the others arrive."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.room = MOST_BYTES
        self.files: list[Given] = []
        self.parts = bytearray()
        self.is_too_large = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self.parts, self.is_too_large = bytearray(), False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - the shape is Django's
        """Takes some of it, or passes over it."""
        if self.is_too_large:
            return
        self.parts += raw_data
        if len(self.parts) > min(MAX_FILE, self.room):
            self.parts, self.is_too_large = bytearray(), True

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:  # noqa: ARG002 - the same
        """The file, whole or not at all."""
        name = clean_name(self.file_name or "")
        data = bytes(self.parts)
        self.room -= len(data)
        if name or data:
            self.files.append(Given(name or "a file without a name", None if self.is_too_large else data))
        return InMemoryUploadedFile(io.BytesIO(), self.field_name, name, None, 0, None)


def receive(request: HttpRequest) -> InMemory:
    """Has the files of a request kept in memory. To be called before anything reads the form."""
    handler = InMemory(request)
    request.upload_handlers = [handler]
    return handler


def clean_name(name: str) -> str:
    """The file's own name, without folders, on one line."""
    return " ".join(name.replace("\\", "/").rpartition("/")[2].split())[:200]
