"""Work that might never end, or want all memory, done by a child process within limits.

The child is a fresh interpreter that knows nothing of this one: no settings, no database, no open file. It is kept for
the next piece of work, and replaced when it has died, was stopped, or has done its share.
"""

import os
import selectors
import signal
import struct
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

HEAD = struct.Struct(">BQQ")  # how it went, the most memory the child has had in bytes, the length of the answer
LENGTH = struct.Struct(">Q")
READY, DONE, NO_MEMORY, FAILED = range(4)
_START_SECONDS = 30.0  # to load the program: not in the hands of whoever sends the work
_CHUNK = 65_536


class ChildError(Exception):
    """The child did not do the work; nothing of it is left."""


class TooSlowError(ChildError):
    """It took more time than it may."""


class TooMuchMemoryError(ChildError):
    """It wanted more memory than it may have."""


class TooLongAnswerError(ChildError):
    """It had more to say than it may."""


class CrashedError(ChildError):
    """The child ended, or the work raised an error that it does not know."""


@dataclass(frozen=True)
class Limits:
    """What a piece of work may take: address space, seconds by the clock and of the processor, length of the answer.

    `alone` forbids it threads and processes of its own. A child is replaced after `share` pieces of work, so that what
    a library leaves behind does not add up. It never writes a file.
    """

    memory: int = 300 * 1024 * 1024
    seconds: float = 4.0
    processor_seconds: int = 4
    answer: int = 64 * 1024 * 1024
    share: int = 200
    alone: bool = True


class LimitedChild:
    """Does one kind of work, `module:function` from bytes to bytes, in a child process within limits.

    The child starts with the first piece of work and ends with this process. Threads wait for one another.
    """

    def __init__(self, work: str, limits: Limits | None = None) -> None:
        self.work = work
        self.limits = limits or Limits()
        self.peak = 0
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The process that will do the next piece of work; 0 where it has yet to be started."""
        return self._process.pid if self._process else 0

    def do(self, request: bytes) -> bytes:
        """The answer to one piece of work. Raises ChildError when there is none; the next call has a fresh child.

        Where memory ran out in a child that had worked before, what that left may be why: a fresh child tries again.
        """
        with self._lock:
            worked_before = self._process is not None and self._done > 0
            try:
                return self._try(request)
            except (TooMuchMemoryError, CrashedError):
                if not worked_before:
                    raise
            return self._try(request)

    def _try(self, request: bytes) -> bytes:
        process = self._ready()
        deadline = time.monotonic() + self.limits.seconds
        try:
            _send(process, LENGTH.pack(len(request)), deadline)
            _send(process, request, deadline)
            answer = self._answer(process, deadline)
        except BaseException:
            self._stop()
            raise
        self._done += 1
        if self._done >= self.limits.share:
            self._stop()
        return answer

    def close(self) -> None:
        """Ends the child, if there is one."""
        with self._lock:
            self._stop()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process and (self._owner != os.getpid() or self._process.poll() is not None):
            self._stop()  # it died while idle, or belongs to the process this one was forked from
        if self._process is None:
            self._process, self._owner, self._done = _start(self.work, self.limits), os.getpid(), 0
            try:
                _receive_head(self._process, time.monotonic() + _START_SECONDS)  # it says when it is ready
            except BaseException:
                self._stop()
                raise
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], deadline: float) -> bytes:
        outcome, self.peak, length = _receive_head(process, deadline)
        if length > self.limits.answer:
            raise TooLongAnswerError(f"the answer has {length:,} bytes")
        answer = _receive(process, length, deadline)
        if outcome == NO_MEMORY:
            raise TooMuchMemoryError("the work wanted more memory than it may have")
        if outcome != DONE:
            raise CrashedError(answer.decode("ascii", "replace"))
        return answer

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if self._owner == os.getpid():
            process.kill()
            process.wait()
        else:
            process.returncode = 0  # another process's child: not ours to wait for
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()


def _start(work: str, limits: Limits) -> subprocess.Popen[bytes]:
    numbers = (os.getpid(), limits.memory, limits.processor_seconds, limits.answer, int(limits.alone))
    process = subprocess.Popen(  # noqa: S603 - our own program, with a name from our own code
        [sys.executable, "-P", "-m", "upheld.lib.limited", work, *map(str, numbers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what a library prints about a document could be its words
        bufsize=0,
        cwd="/",
        env={
            "PYTHONPATH": os.pathsep.join(str(Path(path).absolute()) for path in sys.path if path),
            "LC_ALL": "C.UTF-8",
        },
    )
    for stream in (_inlet(process), _outlet(process)):
        os.set_blocking(stream.fileno(), False)
    return process


def _inlet(process: subprocess.Popen[bytes]) -> IO[bytes]:
    if process.stdin is None:
        raise CrashedError("the child cannot be spoken to")
    return process.stdin


def _outlet(process: subprocess.Popen[bytes]) -> IO[bytes]:
    if process.stdout is None:
        raise CrashedError("the child cannot be heard")
    return process.stdout


def _send(process: subprocess.Popen[bytes], data: bytes, deadline: float) -> None:
    view = memoryview(data)
    stream = _inlet(process)
    while view:
        _wait(stream, selectors.EVENT_WRITE, deadline)
        try:
            view = view[os.write(stream.fileno(), view[:_CHUNK]) :]
        except BrokenPipeError as error:
            raise _ended(process) from error


def _receive_head(process: subprocess.Popen[bytes], deadline: float) -> tuple[int, int, int]:
    outcome, peak, length = HEAD.unpack(_receive(process, HEAD.size, deadline))
    return outcome, peak, length


def _receive(process: subprocess.Popen[bytes], length: int, deadline: float) -> bytes:
    stream = _outlet(process)
    parts = bytearray()
    while len(parts) < length:
        _wait(stream, selectors.EVENT_READ, deadline)
        part = os.read(stream.fileno(), min(_CHUNK, length - len(parts)))
        if not part:
            raise _ended(process)
        parts += part
    return bytes(parts)


def _wait(stream: IO[bytes], event: int, deadline: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(stream, event)
        if not selector.select(max(0.0, deadline - time.monotonic())):
            raise TooSlowError("the work took longer than it may")


def _ended(process: subprocess.Popen[bytes]) -> ChildError:
    """Why the child is gone: its processor time was up, or something else."""
    try:
        code = process.wait(5)
    except subprocess.TimeoutExpired:
        return CrashedError("the child does not speak any more")
    if code == -signal.SIGXCPU:
        return TooSlowError("the work took more processor time than it may")
    return CrashedError(f"the child ended by itself ({code})")
