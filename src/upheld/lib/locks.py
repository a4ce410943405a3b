"""Locks between processes, held on a file and let go when the holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Holds the lock on `path`, waiting for whoever has it."""
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def try_file_lock(path: Path) -> Iterator[bool]:
    """Holds the lock on `path` if it is free. Gives whether it is held."""
    handle = _open(path)
    try:
        yield _take(handle)
    finally:
        os.close(handle)


def is_left(path: Path) -> bool:
    """Whether the file is there and nobody holds its lock: whoever made it has ended without taking it away."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        return _take(handle)
    finally:
        os.close(handle)


def _open(path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _take(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
