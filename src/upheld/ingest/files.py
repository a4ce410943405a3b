"""The files an import was given: found in folders, opened one by one; standard input is put aside to be read twice."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from upheld.ingest.found import Place, Refusal

STDIN = "-"


@dataclass(frozen=True)
class File:
    """One file by the name it is reported under, its size in bytes (0 where that is not known), how to open it."""

    name: str
    size: int
    open: Callable[[], BinaryIO]


def find_files(paths: Sequence[str], stdin: BinaryIO | None = None) -> tuple[list[File], list[Refusal]]:
    """The files that the paths mean, folders walked in order of name; and what cannot be read, with the reason."""
    files: list[File] = []
    refusals: list[Refusal] = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path == STDIN:
            files.append(File("standard input", 0, lambda: stdin or sys.stdin.buffer))
            continue
        for name, problem in _walk(Path(path)):
            found = None if problem else _file(name, seen)
            if isinstance(found, File):
                files.append(found)
            elif problem or found:
                refusals.append(Refusal(Place(str(name), 0), "not-readable", problem or str(found)))
    return files, refusals


@contextmanager
def put_aside(files: Sequence[File], folder: Path) -> Iterator[list[File]]:
    """The files with standard input copied to a nameless file in `folder`, so that it can be read more than once."""
    with tempfile.TemporaryFile(dir=folder) as spool:
        yield [_spooled(file, spool) if file.name == "standard input" else file for file in files]


def _spooled(file: File, spool: BinaryIO) -> File:
    with file.open() as source:
        shutil.copyfileobj(source, spool, 1024 * 1024)
    size = spool.tell()

    def reopen() -> BinaryIO:
        spool.flush()
        spool.seek(0)
        return os.fdopen(os.dup(spool.fileno()), "rb")

    return File(file.name, size, reopen)


def _walk(path: Path) -> Iterator[tuple[Path, str]]:
    """Each file under the path, or the path itself, with what prevents reading it."""
    if not path.is_dir():
        yield path, ""
        return
    problems: list[tuple[Path, str]] = []
    found = 0
    for folder, folders, names in os.walk(path, onerror=lambda error: problems.append(_problem(error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")):  # ~$: what Word keeps of whom beside a file that is open
                found += 1
                yield Path(folder) / name, ""
    yield from problems
    if not found and not problems:
        yield path, "the folder holds no files"


def _problem(error: OSError) -> tuple[Path, str]:
    return Path(os.fsdecode(error.filename or "")), f"cannot be read: {_said(error)}"


def _file(path: Path, seen: set[tuple[int, int]]) -> File | str | None:
    """The file; a sentence if it cannot be read; None if it was found before under another name."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return "is not a file; pipe into “upheld import -” instead"
        with path.open("rb"):
            pass
    except OSError as error:
        return f"cannot be read: {_said(error)}"
    if (status.st_dev, status.st_ino) in seen:
        return None
    seen.add((status.st_dev, status.st_ino))
    return File(_name(path), status.st_size, lambda: path.open("rb"))


def _name(path: Path) -> str:
    return str(path).encode("utf-8", "replace").decode()


def _said(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
