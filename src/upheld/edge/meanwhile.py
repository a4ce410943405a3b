"""Following while a command writes much, so that both cores are busy."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_PAUSE = 2.0  # seconds: each part that is followed costs a commit


@contextmanager
def following_meanwhile() -> Iterator[None]:
    """A process of its own follows the journal inside the block, unless one does already; it ends with this process."""
    command = [sys.executable, "-m", "upheld.edge.follow", str(os.getpid()), str(_PAUSE)]
    process = subprocess.Popen(command)  # noqa: S603 - our own interpreter and module
    try:
        yield
    finally:
        process.terminate()
        process.wait()
