"""What a command is given by the program that runs it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Runtime:
    """The deployment's folder, and how to wait until everything that follows the journal has caught up."""

    data_dir: Path
    follow: Callable[[], None]
