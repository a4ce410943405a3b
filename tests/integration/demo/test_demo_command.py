"""`upheld demo` as people run it: killed in the middle, run again, the same bytes in the end."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.build.deployment import Deployment

UPHELD = (sys.executable, "-m", "upheld")


def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"UPHELD_DATA_DIR": str(folder)} | settings
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.run([*UPHELD, *arguments], env=environment, capture_output=True, check=False, timeout=1200)


@pytest.mark.slow
def test_it_is_whole_after_a_kill_and_the_same_everywhere(tmp_path: Path, demo_register: Deployment) -> None:
    killed, other = tmp_path / "killed", demo_register.folder  # strings have other hashes in each process
    environment = os.environ | {"UPHELD_DATA_DIR": str(killed)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    process = subprocess.Popen([*UPHELD, "demo", "--if-missing"], env=environment, stderr=subprocess.PIPE)
    assert process.stderr
    process.stderr.readline()  # it has begun
    time.sleep(2)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert run(killed, "export").stdout == b""
    assert run(killed, "demo", "--if-missing", PYTHONHASHSEED="1").returncode == 0
    exported = run(killed, "export").stdout
    assert exported == run(other, "export").stdout
    lines = [json.loads(line) for line in exported.splitlines()]
    assert len(lines) > 1_150
    assert all(line["demo"] is True for line in lines)
    again = run(other, "demo")
    assert again.returncode == 1
    assert b"holds something already" in again.stderr
    assert run(other, "demo", "--if-missing").returncode == 0
    assert run(other, "check").returncode == 0
