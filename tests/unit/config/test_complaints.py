"""What is told, and what is a fault of ours."""

import errno

import pytest

from upheld.config.complaints import complaint
from upheld.search.engine import BrokenIndexError


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/x/export.jsonl"), 1, "/x/export.jsonl: No space left"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), 2, "/x: Permission denied"),
        (BrokenIndexError("no space"), 1, "What was done stands in the register"),
    ],
)
def test_what_a_machine_can_cause_is_told(error: Exception, code: int, told: str) -> None:
    found = complaint(error)
    assert found is not None
    assert (told in found[0], found[1]) == (True, code)


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), AssertionError()])
def test_a_fault_of_ours_shows_its_traceback(error: Exception) -> None:
    assert complaint(error) is None
