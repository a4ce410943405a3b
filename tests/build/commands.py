"""Programs that begin quickly: forked from a process in which what is slow to load is loaded already.

Loading our rooms and their libraries costs each `upheld` more than most of them do. The process from which these are
forked has loaded only what knows no settings: each program reads its own environment, opens its own database, and can
be killed like any other.
"""

import atexit
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Mapping
from multiprocessing.context import ForkServerContext
from multiprocessing.reduction import DupFd
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

_forks: ForkServerContext = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(["tests.build.preloaded"])


def upheld(*arguments: str) -> None:
    """The `upheld` command."""
    from upheld.__main__ import main

    sys.argv = ["upheld", *arguments]
    main()


def python(code: str) -> None:
    """Python with the apps loaded."""
    from upheld.config.start import start

    start()
    exec(compile(code, "<test>", "exec"), {"__name__": "__main__"})  # noqa: S102 - the test's own


class Started:
    """A program in a process of its own, with what it prints, as `subprocess.Popen` has it."""

    def __init__(self, work: Callable[[], object], environment: Mapping[str, str], log: Path | None = None) -> None:
        """Starts `work`, a function that can be pickled, with this environment and nothing to read.

        What it prints can be read from `stdout`, or goes into the file `log`.
        """
        reading, writing = os.pipe()
        self.stdout: IO[str] = os.fdopen(reading, encoding="utf-8")
        with Path(os.devnull).open("rb") as nothing, os.fdopen(writing, "wb") if log is None else log.open("wb") as out:
            self._process = _begin(work, environment, nothing.fileno(), out.fileno(), out.fileno())
        if log is not None:
            os.close(writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.communicate()

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid or 0

    @property
    def returncode(self) -> int | None:
        """How it ended: None while it runs, minus the signal when one ended it."""
        return self.poll()

    def poll(self) -> int | None:
        """How it ended, if it has."""
        ended: int | None = self._process.exitcode
        return ended

    def communicate(self, timeout: float | None = None) -> tuple[str, None]:
        """Waits until it has closed its output, and so long for its end; gives what was not read yet."""
        said = "" if self.stdout.closed else self.stdout.read()
        self.stdout.close()
        self._process.join(timeout)
        return said, None

    def send_signal(self, number: signal.Signals) -> None:
        """Sends it a signal, unless it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)


def run(
    work: Callable[[], object], environment: Mapping[str, str], stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs `work` to its end, and gives its exit code and what it printed."""
    with tempfile.TemporaryFile("w+") as into, tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        into.write(stdin or "")
        into.seek(0)
        process = _begin(work, environment, into.fileno(), out.fileno(), err.fileno())
        process.join()
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess([], process.exitcode or 0, out.read(), err.read())


def _begin(work: Callable[[], object], environment: Mapping[str, str], *streams: int) -> Any:
    # The numbers of the streams are sent along: the process is forked from another one than this.
    process = _forks.Process(target=_Program(work, dict(environment), str(Path.cwd()), streams))
    process.start()
    return process


class _Program:
    """What the forked process does."""

    def __init__(
        self, work: Callable[[], object], environment: dict[str, str], folder: str, streams: tuple[int, ...]
    ) -> None:
        self.work, self.environment, self.folder, self.streams = work, environment, folder, streams

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"streams": tuple(map(DupFd, self.streams))}

    def __call__(self) -> None:
        for number, stream in enumerate(self.streams):
            os.dup2(stream.detach(), number)  # type: ignore[attr-defined]  # as DupFd arrives
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        os.environ.clear()
        os.environ.update(self.environment)
        os.chdir(self.folder)
        code = self._code()
        _end_as_python_does()
        os._exit(code)

    def _code(self) -> int:
        try:
            self.work()
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        except BaseException:  # noqa: BLE001 - told as Python tells it, whatever it is
            traceback.print_exc()
            return 1
        return 0


def _end_as_python_does() -> None:
    """The end of a fork leaves out what the end of a program does: threads, clean-up, open files and databases."""
    threading._shutdown()  # type: ignore[attr-defined]  # Python's own
    atexit._run_exitfuncs()
    if "upheld.config.settings" in sys.modules:
        from django.db import connections

        connections.close_all()
    sys.stdout.flush()
    sys.stderr.flush()
