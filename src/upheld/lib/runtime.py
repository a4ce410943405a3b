"""What a command is given by the program that runs it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Runtime:
    """The deployment's folder, how to bring its database up to this version, and how to wait for all that follows."""

    data_dir: Path
    follow: Callable[[], None]
    prepare: Callable[[], None]
