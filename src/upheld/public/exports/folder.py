"""A folder for the files by which an export finds what was found earlier: nobody else reads it, and nothing stays."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.conf import settings

from upheld.lib.locks import file_lock, is_left

_HELD = "held"


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder of its own inside the block."""
    place = _place()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with ExitStack() as kept:
        with file_lock(_sweeping()):
            folder = Path(kept.enter_context(tempfile.TemporaryDirectory(dir=place, ignore_cleanup_errors=True)))
            kept.enter_context(file_lock(folder / _HELD))
        yield folder


def sweep() -> None:
    """Deletes the folders of processes that were killed: there may be words in them that are erased meanwhile."""
    if not _place().is_dir():
        return
    with file_lock(_sweeping()):
        for one in _place().iterdir():
            if not one.joinpath(_HELD).exists() or is_left(one / _HELD):
                shutil.rmtree(one, ignore_errors=True)


def _place() -> Path:
    return Path(settings.DATA_DIR) / "exports"


def _sweeping() -> Path:
    """Locked while folders come and go, so that none is swept away before it is held."""
    return Path(settings.DATA_DIR) / "exports.lock"
