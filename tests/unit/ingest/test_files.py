"""Files and folders: found in order, and what cannot be read is said."""

import io
import os
import socket
from pathlib import Path

import pytest

from upheld.ingest.files import find_files, put_aside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, a hidden one, and a folder with one more."""
    (tmp_path / "b").mkdir()
    for name in ("b/c.txt", "a.txt", "z.jsonl", ".hidden"):
        (tmp_path / name).write_text(name)
    return tmp_path


def names(paths: list[str]) -> list[str]:
    files, refusals = find_files(paths)
    assert refusals == []
    return [Path(file.name).name for file in files]


def test_a_folder_is_walked_in_order_without_hidden_files(folder: Path) -> None:
    assert names([str(folder)]) == ["a.txt", "z.jsonl", "c.txt"]


def test_the_same_file_is_read_once(folder: Path) -> None:
    (folder / "again.txt").symlink_to(folder / "a.txt")
    assert names([str(folder / "a.txt"), str(folder / "a.txt"), str(folder / "again.txt")]) == ["a.txt"]


def test_links_that_go_round_end(folder: Path) -> None:
    (folder / "b" / "up").symlink_to(folder)
    (folder / "loop").symlink_to(folder / "loop")
    files, refusals = find_files([str(folder)])
    assert len(files) == 3
    assert [refusal.place.file for refusal in refusals] == [str(folder / "loop")]


def test_what_is_no_file_is_refused_and_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    files, refusals = find_files([str(folder / "pipe"), "/dev/null"])
    assert files == []
    assert ["is not a file" in refusal.reason for refusal in refusals] == [True, True]


def test_a_socket_and_a_dead_link_are_refused(folder: Path) -> None:
    (folder / "dead").symlink_to(folder / "gone")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "s"))
        _, refusals = find_files([str(folder)])
    assert {Path(refusal.place.file).name for refusal in refusals} == {"dead", "s"}


def test_a_folder_without_rights_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("/b"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    files, refusals = find_files([str(folder)])
    assert [Path(file.name).name for file in files] == ["a.txt", "z.jsonl"]
    assert [str(refusal) for refusal in refusals] == [f"{folder}/b: cannot be read: permission denied"]


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert "holds no files" in str(find_files([str(tmp_path)])[1][0])


def test_standard_input_can_be_read_twice_and_leaves_nothing(tmp_path: Path) -> None:
    files, _ = find_files(["-"], stdin=io.BytesIO(b"x" * 3_000_000))
    with put_aside(files, tmp_path) as [file]:
        assert list(tmp_path.iterdir()) == []
        for _ in range(2):
            with file.open() as stream:
                assert stream.read() == b"x" * 3_000_000
    assert list(tmp_path.iterdir()) == []
