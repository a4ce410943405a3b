"""An index that follows the journal of the test's register."""

from pathlib import Path

import pytest

from upheld.search import SearchFollower


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the index."""
    return tmp_path / "index"


@pytest.fixture
def follower(folder: Path, db: None) -> SearchFollower:
    """The follower of that index."""
    return SearchFollower(folder, memory_mb=32)
