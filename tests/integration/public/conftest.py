"""A reader, and an index that follows the test's own register."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.build.reader import Reader
from tests.build.scheme import OFFICIAL
from upheld.journal.queries.entry import get_head
from upheld.search import SearchFollower


@pytest.fixture
def reader(db: None) -> Reader:
    """A reader without cookies."""
    return Reader()


@pytest.fixture
def official(monkeypatch: pytest.MonkeyPatch) -> None:
    """The register is the Ombudsman's own."""
    monkeypatch.setenv("UPHELD_SCHEME", OFFICIAL)


@pytest.fixture
def analytics(settings: Settings) -> None:
    """The deployment names a provider, and says what it does with what it learns."""
    settings.ANALYTICS_ID = "G-INVENTED1"
    settings.ANALYTICS_STATEMENTS = ("Alderford does not sell what it counts.",)


@pytest.fixture
def index(db: None, tmp_path: Path, settings: Settings) -> Callable[[], None]:
    """Makes the search know everything in the register."""
    settings.DATA_DIR = tmp_path

    def follow() -> None:
        SearchFollower(tmp_path / "index", memory_mb=32).follow(get_head())

    return follow
