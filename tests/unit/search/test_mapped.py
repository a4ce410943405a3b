"""What a process has mapped of files is told, and told to be gone when it is."""

import mmap
import sys
from pathlib import Path

import pytest

from upheld.search.mapped import MappedPages

_LARGE = 80 * 1024 * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process what it has mapped")
def test_pages_count_as_soon_as_they_are_read_and_no_more_when_they_are_let_go_of(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(_LARGE)
    pages = MappedPages()
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert not pages.are_many()
        read = sum(mapped[place] for place in range(0, _LARGE, mmap.PAGESIZE))
        assert (read, pages.are_many()) == (0, True)
    assert not pages.are_many()
