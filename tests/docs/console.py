"""Runs the console blocks of a page: each `$ upheld …` line in a shell, its output compared with the lines below it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A command as a page shows it, and the output it shows. `…` stands for anything."""

    command: str
    output: str

    def explains(self, output: str) -> bool:
        """Whether `output` is what the page shows."""
        pattern = ".*".join(re.escape(part) for part in self.output.strip().split("…"))
        return re.fullmatch(pattern, output.strip()) is not None


def list_examples(page: str) -> list[Example]:
    """The commands of all console blocks, in order."""
    return [example for block in _BLOCK.findall(page) for example in _examples(block)]


def run(example: Example, folder: Path) -> str:
    """What the command prints, standard error included, when it is run in `folder`."""
    program = folder / "bin" / "upheld"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m upheld "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("UPHELD_", "DJANGO_"))}
    environment = keep | {"PATH": f"{program.parent}:{keep['PATH']}"}
    done = subprocess.run(
        ["/bin/sh", "-c", example.command], cwd=folder, env=environment, text=True, check=False, timeout=600,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout


def _examples(block: str) -> Iterator[Example]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Example(command, output)
