"""What a command is given by the program that runs it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path


def _nothing() -> None:
    """What a command waits for that runs by itself."""


def _at_once() -> bool:
    """How what runs by itself has caught up where nothing follows."""
    return True


def _nobody(name: str) -> str:  # noqa: ARG001 - the shape is `found_in`'s
    """What is found in a name where nothing is looked for."""
    return ""


@dataclass(frozen=True)
class Runtime:
    """The deployment's folder, and what a command may ask for.

    `follow` returns when all that follows the journal has caught up. `follow_a_while` returns also when that takes too
    long, and tells whether it did not; what was taken out of sight is seen by no reader then either. `following` lets
    another process follow inside a block that writes much; `prepare` brings the database up to this version; `examine`
    returns when everything that is published has been examined, and `unexamined` tells how many journal entries that
    is behind; `found_in` says in words what in a name shows who a person is, where the register is official.
    """

    data_dir: Path
    follow: Callable[[], None]
    prepare: Callable[[], None]
    following: Callable[[], AbstractContextManager[None]]
    follow_a_while: Callable[[], bool] = _at_once
    examine: Callable[[], None] = _nothing
    unexamined: Callable[[], int] = int
    found_in: Callable[[str], str] = _nobody
