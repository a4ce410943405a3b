"""Pages of files that reading has mapped into this process: cheap, but every count of its memory has them."""

import os
from pathlib import Path

_STATUS = Path("/proc/self/statm")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MANY = 32 * 1024 * 1024  # bytes


class MappedPages:
    """The pages that were mapped since it was made."""

    def __init__(self) -> None:
        """Nothing is yet."""
        self._before = _mapped()

    def are_many(self) -> bool:
        """Whether there are so many that files are better opened afresh; never where the system does not tell."""
        now = _mapped()
        self._before = min(self._before, now)  # what was let go of since is not to be mapped again before it counts
        return now - self._before > _MANY


def _mapped() -> int:
    """Bytes of files and of shared memory that the process has mapped and present."""
    try:
        return int(_STATUS.read_text("ascii").split()[2]) * _PAGE
    except OSError:
        return 0
