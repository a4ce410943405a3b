"""A folder for the files that an export needs while it is made: nobody else reads it, and nothing stays in it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

_NAME = "exports"


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder of its own inside the block. What a process that was killed left is swept away first."""
    place = Path(settings.DATA_DIR) / _NAME
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    sweep(place)
    with tempfile.TemporaryDirectory(prefix=f"{os.getpid()}-", dir=place, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def sweep(place: Path) -> None:
    """Deletes the folders of processes that are gone."""
    for one in place.iterdir():
        owner = one.name.partition("-")[0]
        if not owner.isdecimal() or not _is_alive(int(owner)):
            shutil.rmtree(one, ignore_errors=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
