"""The processes of the server that is measured."""

import os
from collections.abc import Iterator
from pathlib import Path


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


def resident(process: int) -> int:
    """What the process holds in memory, in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024
