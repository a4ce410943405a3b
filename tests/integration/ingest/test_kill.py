"""Imports killed in the middle: whole batches are in, nothing is half, and the next run goes on."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.build.deployment import Deployment
from tests.build.importing import line
from tests.build.patience import eventually

pytestmark = pytest.mark.slow

COUNT = 2_000
KILLS = int(os.environ.get("UPHELD_TEST_KILLS", "2"))  # `make kills` asks for more


def write(path: Path, summary: str) -> Path:
    """A file of decisions long enough to be killed in."""
    sections = [{"heading": "What we found", "blocks": [{"number": 1, "text": "Letters were lost. " * 60}]}]
    lines = (line(f"21 {n // 1000:03d} {n % 1000:03d}", summary=summary, sections=sections) for n in range(COUNT))
    path.write_text("".join(lines), encoding="utf-8")
    return path


def kill_in_the_middle(deployment: Deployment, path: Path, seconds: float) -> None:
    """Kills the import so long after it has begun to write."""
    log = deployment.folder / "register.sqlite3-wal"
    with deployment.start("import", path) as process:
        eventually(lambda: process.returncode is not None or (log.exists() and log.stat().st_size > 500_000))
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)


def test_kills_leave_whole_batches_and_the_next_run_goes_on(deployment: Deployment, tmp_path: Path) -> None:
    chance = random.Random(7)
    files = [write(tmp_path / f"{word}.jsonl", f"The Council was {word}.") for word in ("late", "early", "late again")]
    for number in range(KILLS):
        path = files[number * len(files) // KILLS]
        kill_in_the_middle(deployment, path, chance.uniform(0, 1))
        entries = deployment.export()
        summaries = {entry["summary"] for entry in entries}
        for text in summaries:
            count = sum(entry["summary"] == text for entry in entries)
            assert count % 500 == 0
        assert all(entry["sections"] for entry in entries)
    for path in files[-1:]:
        deployment.do("import", path)
    entries = deployment.export()
    assert len(entries) == COUNT
    assert {entry["summary"] for entry in entries} == {"The Council was late again."}
    assert deployment.do("import", files[-1]) == f"{COUNT:,} unchanged.\n"
    assert "All is well" in deployment.do("check")
