"""The tutorial does what it says."""

import shutil
from pathlib import Path

import pytest

from tests.docs.console import list_examples, run

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.slow
def test_every_command_prints_what_the_tutorial_shows(tmp_path: Path) -> None:
    for file in (DOCS / "examples").iterdir():
        shutil.copy(file, tmp_path)
    examples = list_examples((DOCS / "tutorial.md").read_text(encoding="utf-8"))
    assert len(examples) > 12
    for example in examples:
        output = run(example, tmp_path)
        assert example.explains(output), f"$ {example.command}\n{output}"
    kept = [path for path in (tmp_path / "var").rglob("*") if path.is_file() and b"Pondside" in path.read_bytes()]
    assert kept == []
