"""The wheel holds all that a deployment needs: installed in an empty environment, it serves its stylesheet."""

import os
import re
import shutil
import subprocess
import sys
import urllib.request
import venv
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

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
    venv.create(folder / "env", symlinks=True)
    python = folder / "env" / "bin" / "python"
    [wheel] = folder.glob("*.whl")
    [packages] = (folder / "env" / "lib").glob("python*/site-packages")
    for name in _locked():
        _copy(name, packages)
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps"]
    subprocess.run([*install, "--disable-pip-version-check", str(wheel)], check=True)
    return python


def _locked() -> list[str]:
    """The locked packages for this machine: `make install` has put them here, and looked at their hashes."""
    lines = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line.rstrip("\\ ")) for line in lines if re.match(r"\w", line)]
    return [one.name for one in wanted if one.marker is None or one.marker.evaluate()]


def _copy(name: str, packages: Path) -> None:
    """Copies an installed package as its own list of files names them, but for commands."""
    files = distribution(name).files
    assert files, name
    for file in files:
        if ".." not in file.parts and file.suffix != ".pyc":
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(file.locate()), target)


def test_an_installed_wheel_serves_its_pages_and_its_stylesheet(python: Path, tmp_path: Path) -> None:
    deployment = Deployment(tmp_path / "var", {"PYTHONPATH": "", "PATH": os.environ["PATH"]})
    with serving(deployment, python=python, cwd=tmp_path) as address:
        page = urllib.request.urlopen(address).read().decode()
        found = re.search(r'<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"', page)
        assert found
        with urllib.request.urlopen(address + found[1]) as answer:
            assert answer.headers["Content-Type"].startswith("text/css")
            assert b"govuk-" in answer.read()
