"""The child process of `children`: limits itself, then does the work it is sent until nobody sends any more."""

import importlib
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

from upheld.lib.children import DONE, FAILED, HEAD, LENGTH, NO_MEMORY, READY
from upheld.lib.parent import end_with_parent

Work = Callable[[bytes], bytes]
_OPEN_FILES = 64


def main() -> None:
    """Serves one parent over standard input and output."""
    parent, memory, seconds, longest, alone = map(int, sys.argv[2:])
    end_with_parent(parent)
    inlet, outlet = _streams()
    work = _load(sys.argv[1])
    _limit(memory, alone=bool(alone))
    _say(outlet, READY, b"")
    while len(head := inlet.read(LENGTH.size)) == LENGTH.size:
        _allow_processor(seconds)
        _say(outlet, *_done(work, inlet, LENGTH.unpack(head)[0]), longest=longest)


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes. Whatever prints from here on, prints to nowhere."""
    inlet, outlet = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return inlet, outlet


def _load(name: str) -> Work:
    module, _, function = name.partition(":")
    work: Work = getattr(importlib.import_module(module), function)
    return work


def _limit(memory: int, *, alone: bool) -> None:
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that a write to a file fails instead
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    if alone:
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def _allow_processor(seconds: int) -> None:
    """The limit counts from the start of the process, so every piece of work moves it on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, resource.RLIM_INFINITY))


def _done(work: Work, inlet: IO[bytes], length: int) -> tuple[int, bytes]:
    try:
        return DONE, work(inlet.read(length))
    except MemoryError:
        return NO_MEMORY, b""
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is the parent's to tell, and its words are not
        return FAILED, type(error).__name__.encode("ascii", "replace")


def _say(outlet: IO[bytes], outcome: int, answer: bytes, longest: int = 0) -> None:
    """Only the length of an answer that is too long: the parent does not read it."""
    outlet.write(HEAD.pack(outcome, _peak(), len(answer)))
    if len(answer) <= longest:
        outlet.write(answer)
    outlet.flush()


def _peak() -> int:
    """The most memory this program has had, in bytes; the usual count begins with that of the parent."""
    if not sys.platform.startswith("linux"):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(Path("/proc/self/status").read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) * 1024


if __name__ == "__main__":
    main()
