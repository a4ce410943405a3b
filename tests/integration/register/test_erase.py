"""Redactions that are stopped are noticed, each by itself."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from upheld.register.actions import erase
from upheld.register.actions.erase import erase_traces, erasing, is_erasing_unfinished


class StoppedError(Exception):
    """Stands for whatever ends a process."""


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own; the database is not rewritten, which a test's transaction would not allow."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(erase, "_rewrite", lambda: None)
    monkeypatch.setattr(erase, "_empty_the_log", lambda: None)
    return tmp_path


def test_one_that_comes_to_its_end_leaves_nothing(folder: Path) -> None:
    with erasing():
        assert not is_erasing_unfinished()
        erase_traces()
    assert not is_erasing_unfinished()
    assert list(folder.iterdir()) == []


def test_one_that_is_stopped_is_noticed_though_another_came_to_its_end(folder: Path) -> None:
    with erasing():
        with pytest.raises(StoppedError), erasing():
            raise StoppedError
        assert is_erasing_unfinished()
        assert len(list(folder.iterdir())) == 2
    assert is_erasing_unfinished()
    erase_traces()
    assert not is_erasing_unfinished()


def test_what_is_still_going_on_is_left_to_itself(folder: Path) -> None:
    with erasing():
        erase_traces()
        assert len(list(folder.iterdir())) == 1
