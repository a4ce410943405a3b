"""An official register, in which decisions wait for their day, and an index that knows it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.build.scheme import OFFICIAL
from upheld.journal.queries.entry import get_head
from upheld.search import SearchFollower


@pytest.fixture
def official(monkeypatch: pytest.MonkeyPatch) -> None:
    """The register is the Ombudsman's own."""
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)


@pytest.fixture
def index(db: None, tmp_path: Path, settings: Settings) -> Callable[[], None]:
    """Makes the search know everything that is published."""
    settings.DATA_DIR = tmp_path

    def follow() -> None:
        SearchFollower(tmp_path / "index", memory_mb=32).follow(get_head())

    return follow
