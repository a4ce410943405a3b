"""The wheel holds all that a deployment needs: installed in an empty environment, it serves its stylesheet."""

import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.build.deployment import Deployment
from tests.build.server import serving

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds nothing but the locked dependencies and our wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    python = folder / "env" / "bin" / "python"
    [wheel] = folder.glob("*.whl")
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "--require-hashes", "-r", str(ROOT / "requirements" / "run.txt")], check=True)
    subprocess.run([*install, "--no-deps", str(wheel)], check=True)
    return python


def test_an_installed_wheel_serves_its_pages_and_its_stylesheet(python: Path, tmp_path: Path) -> None:
    deployment = Deployment(tmp_path / "var", {"PYTHONPATH": "", "PATH": os.environ["PATH"]})
    with serving(deployment, python=python, cwd=tmp_path) as address:
        page = urllib.request.urlopen(address).read().decode()
        found = re.search(r'<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"', page)
        assert found
        with urllib.request.urlopen(address + found[1]) as answer:
            assert answer.headers["Content-Type"].startswith("text/css")
            assert b"govuk-" in answer.read()
