"""The server: web workers and one follower, which all end with this process."""

import http.client
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from upheld.edge.processes import check_free
from upheld.edge.worker import load_application

log = structlog.get_logger()

BLOCKING_THREADS = 4  # per worker: three slow pages leave one thread for the kept ones
GRACE = 5  # seconds that a process gets to finish before it is killed
LONGEST_PAUSE = 10.0
PATIENCE = 30.0  # seconds after which a site that does not come up is worth a line
STEADY = 30.0  # seconds after which a process that ended had been running well


@dataclass
class Pauses:
    """How long to wait before starting again what ended: longer each time, short again after a steady run."""

    next: float = 0.5
    began_at: float = field(default_factory=time.monotonic)

    def after_end(self) -> float:
        """Seconds to wait now."""
        steady = time.monotonic() - self.began_at > STEADY
        pause = 0.5 if steady else self.next
        self.next = min(pause * 2, LONGEST_PAUSE)
        return pause


class FollowerProcess:
    """Keeps one follower process running until it is stopped."""

    def __init__(self, command: tuple[str, ...]) -> None:
        """`command` is given this process's id as its last argument, and ends itself when that is gone."""
        self._command = (*command, str(os.getpid()))
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep_running, name="follower")

    def start(self) -> None:
        """Starts it, and starts it again whenever it ends."""
        self._thread.start()

    def stop(self) -> None:
        """Ends it: in order when it can within GRACE seconds, else at once, which it survives too."""
        self._stopping.set()
        process = self._process
        if process is not None:
            process.terminate()
            try:
                process.wait(GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
        self._thread.join()

    def _keep_running(self) -> None:
        pauses = Pauses()
        while not self._stopping.is_set():
            pauses.began_at = time.monotonic()
            # Started from this thread, which lives as long as we do: Linux ties a child to its parent's thread.
            self._process = subprocess.Popen(self._command)  # noqa: S603 - our own interpreter and module
            if self._stopping.is_set():
                self._process.terminate()
            code = self._process.wait()
            if not self._stopping.is_set():
                pause = pauses.after_end()
                log.error("follower ended, starting it again", code=code, seconds=pause)
                self._stopping.wait(pause)


@dataclass(frozen=True)
class Site:
    """Where and what to serve."""

    host: str
    port: int
    workers: int
    application: str
    """The dotted path of the WSGI application."""

    @property
    def url(self) -> str:
        """The address to open in a browser on this machine."""
        shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - compared, not bound
        return f"http://[{shown}]:{self.port}" if ":" in shown else f"http://{shown}:{self.port}"


def serve(site: Site, *, follower: tuple[str, ...], ready: Callable[[str], None]) -> int:
    """Serves until SIGTERM, SIGINT or SIGHUP, then stops in order. Gives the exit code.

    `ready` is told the address once it really answers. Raises AddressTakenError when the port is not free.
    """
    check_free(site.host, site.port)
    multiprocessing.set_start_method("spawn", force=True)  # a worker begins with nothing of ours: no thread, no file
    following = FollowerProcess(follower)
    following.start()
    try:
        return _serve_web(site, ready)
    finally:
        following.stop()


def _serve_web(site: Site, ready: Callable[[str], None]) -> int:
    """Runs the web workers; when they all go down without our asking, starts again, unless they never came up."""
    stopped, answered = threading.Event(), threading.Event()
    threading.Thread(target=_announce, args=(site, ready, stopped, answered), daemon=True).start()
    pauses = Pauses()
    while not stopped.is_set():
        pauses.began_at = time.monotonic()
        if _run_granian(site) or stopped.is_set():
            stopped.set()
            return 0
        if not answered.is_set():
            stopped.set()
            log.error("the web workers cannot start; the reason is above")
            return 1
        pause = pauses.after_end()
        log.error("web workers ended, starting them again", seconds=pause)
        time.sleep(pause)
    return 0


def _run_granian(site: Site) -> bool:
    """Serves until it is over. Gives whether that was because somebody asked for it."""
    server = Server(
        target=site.application,
        address=site.host,
        port=site.port,
        interface=Interfaces.WSGI,
        workers=site.workers,
        blocking_threads=BLOCKING_THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE,
        log_level=LogLevels.warning,
        log_dictconfig={"loggers": {"_granian": {"propagate": True}}},  # among our own lines, in their form
    )
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))  # the terminal has gone
    try:
        server.serve(target_loader=load_application)
    except SystemExit:
        return bool(server.interrupt_signal)
    finally:
        for sent in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(sent, signal.SIG_DFL)
    return True


def _announce(site: Site, ready: Callable[[str], None], stopped: threading.Event, answered: threading.Event) -> None:
    warn_at = time.monotonic() + PATIENCE
    while not stopped.wait(0.05):
        status = _status(site)
        if status is not None:
            answered.set()
        if status is not None and status < 500:
            ready(site.url)
            return
        if time.monotonic() > warn_at:
            log.warning("the site is still not ready", status=status)
            warn_at += PATIENCE


def _status(site: Site) -> int | None:
    """The status with which a worker answers; None while none does."""
    host, port = site.url.removeprefix("http://").rsplit(":", 1)
    connection = http.client.HTTPConnection(host.strip("[]"), int(port), timeout=10)
    try:
        connection.request("HEAD", "/robots.txt")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


FOLLOWER = (sys.executable, "-m", "upheld.edge.follow")
"""The command of the follower process."""
