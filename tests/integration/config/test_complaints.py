"""What a person or a machine can cause is told in one sentence, with an exit code, never as a traceback."""

import os
from pathlib import Path

import pytest

from tests.build.deployment import Deployment

pytestmark = pytest.mark.slow  # each is a process of its own


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("UPHELD_WORKERS", "many", "UPHELD_WORKERS"),
        ("UPHELD_LOG_LEVEL", "loud", "DEBUG, INFO"),
        ("UPHELD_DATABASE_URL", "mysql://127.0.0.1/x", "postgresql://user"),
        ("UPHELD_DATABASE_URL", "postgresql://127.0.0.1:port/x", "postgresql://user"),
        ("UPHELD_DATA_DIR", "/dev/null/x", "/dev/null/x"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, name: str, value: str, told: str) -> None:
    done = Deployment(tmp_path / "data", {name: value}).run("export")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert done.stderr.startswith("Error: ")
    assert told in done.stderr


@pytest.mark.parametrize("verb", ["export", "check"])
def test_a_file_that_is_no_database_is_told(deployment: Deployment, verb: str) -> None:
    deployment.folder.mkdir(exist_ok=True)
    (deployment.folder / "register.sqlite3").write_bytes(b"no database " * 100)
    done = deployment.run(verb)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: The database could not be used")
    assert "restore a backup" in done.stderr


def test_a_folder_in_the_place_of_a_file_is_told(deployment: Deployment, tmp_path: Path) -> None:
    done = deployment.run("backup", tmp_path)
    assert (done.returncode, done.stderr) == (1, f"Error: {tmp_path} is not a file; name the file to write\n")


@pytest.mark.slow
def test_an_export_writes_into_a_pipe_and_leaves_it_a_pipe(deployment: Deployment, tmp_path: Path) -> None:
    deployment.do("import", deployment.write_records("one.jsonl", "98 001 001"))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        deployment.do("export", "--output", pipe)
        assert b"98 001 001" in os.read(reader, 100_000)
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.endswith(".part")) == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["nonsense", "tests/build/schemes/housing.toml"])
def test_a_scheme_that_cannot_be_right_is_refused_before_serving(deployment: Deployment, scheme: str) -> None:
    deployment.do("import", deployment.write_records("one.jsonl", "98 001 001"))
    other = Deployment(deployment.folder, {"UPHELD_SCHEME": str(Path(scheme).resolve() if "/" in scheme else scheme)})
    done = other.run("serve", "--port", "8219")
    assert (done.returncode, done.stdout) == (2, "")
    assert "scheme" in done.stderr.lower()
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_check_names_what_another_scheme_does_not_know(deployment: Deployment) -> None:
    deployment.do("import", deployment.write_records("one.jsonl", "98 001 001"))
    housing = Deployment(deployment.folder, {"UPHELD_SCHEME": str(Path("tests/build/schemes/housing.toml").resolve())})
    done = housing.run("check")
    assert done.returncode == 1
    assert "98 001 001 is not written as" in done.stdout
    assert "document type “statement”" in done.stdout
