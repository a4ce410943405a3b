"""A deployment of its own for a test: a folder, and the `upheld` command run on it as another process."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.build import commands
from tests.build.decision import record


@dataclass(frozen=True)
class Deployment:
    """A data folder and the environment that names it."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        """Runs `upheld` with the arguments, and gives its exit code and what it printed."""
        return commands.run(partial(commands.upheld, *map(str, arguments)), self.environment(), stdin)

    def start(self, *arguments: str | Path, log: Path | None = None) -> commands.Started:
        """Starts `upheld` with the arguments; what it prints can be read, or goes into `log`."""
        return commands.Started(partial(commands.upheld, *map(str, arguments)), self.environment(), log)

    def do(self, *arguments: str | Path) -> str:
        """Runs `upheld` and gives what it printed. Fails when it does."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def python(self, code: str) -> commands.Started:
        """Starts Python with the apps loaded, to run `code`."""
        return commands.Started(partial(commands.python, code), self.environment())

    def do_python(self, code: str) -> None:
        """Runs `code` in Python with the apps loaded. Fails when it does."""
        process = self.python(code)
        output, _ = process.communicate(timeout=100)
        assert process.returncode == 0, output

    def environment(self) -> dict[str, str]:
        """The environment in which commands run."""
        own = {"UPHELD_DATA_DIR": str(self.folder), "PYTHONPATH": os.pathsep.join(["src", "."])}
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("UPHELD_", "DJANGO_"))}
        return kept | own | self.env

    def write_records(self, name: str, *references: str, **values: Any) -> Path:
        """Writes a file of interchange lines, an invented decision for each reference."""
        path = self.folder.parent / name
        lines = [record(reference, **values).line() for reference in references]
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    def export(self) -> list[dict[str, Any]]:
        """The published decisions as `upheld export` gives them."""
        return [json.loads(line) for line in self.do("export").splitlines()]


def fresh_copy(template: Deployment, folder: Path) -> Deployment:
    """A deployment like `template`, in `folder`."""
    shutil.copytree(template.folder, folder)
    return Deployment(folder, template.env)
