"""The processes of the server that is measured."""

import os
from collections import Counter
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
    """What a process holds in memory, in MB.

    `own` and `index` are its share: a page that several processes hold counts for each by its part of it, as the system
    tells (Pss); `index` is that of the files of the index. `most` is the most it ever held, shared or not (peak Rss).
    """

    own: int
    index: int
    most: int


def held(process: int, index: Path) -> Held:
    """What the process holds now. Pages of the index are the system's, which takes them back when it needs them."""
    kilobytes, where = Counter[str](), ""
    for line in Path(f"/proc/{process}/smaps").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(":")
        if "-" in name.split(" ", 1)[0]:
            where = "index" if str(index) in line else "own"
        elif name == "Pss":
            kilobytes[where] += int(value.split()[0])
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    kilobytes["most"] = int(status.partition("VmHWM:")[2].split()[0])
    return Held(*(kilobytes[name] // 1024 for name in Held._fields))
