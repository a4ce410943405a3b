"""The processes of the server that is measured."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


def workers() -> list[int]:
    """The web processes of the server that runs now."""
    found = []
    for status in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            is_worker = b"spawn_main" in status.read_bytes()
        except OSError:
            continue
        if is_worker and f"{os.getpid()}" in ancestors(int(status.parent.name)):
            found.append(int(status.parent.name))
    return found


def ancestors(process: int) -> Iterator[str]:
    """The numbers of the processes above this one."""
    while process > 1:
        stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        process = int(stat[1])
        yield str(process)


class Held(NamedTuple):
    """What a process holds in memory, in MB: its own, and the pages of the index, which all processes share."""

    own: int
    index: int


def held(process: int, index: Path) -> Held:
    """What the process holds now. Pages of the index are the system's, which takes them back when it needs them."""
    kilobytes, where = {True: 0, False: 0}, ""
    for line in Path(f"/proc/{process}/smaps").read_text(encoding="utf-8").splitlines():
        if "-" in line.split(" ", 1)[0]:
            where = line
        elif line.startswith("Rss:"):
            kilobytes[str(index) in where] += int(line.split()[1])
    return Held(kilobytes[False] // 1024, kilobytes[True] // 1024)
