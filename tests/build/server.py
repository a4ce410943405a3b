"""The real `upheld serve`, on a free port, for as long as a test needs it."""

import contextlib
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.build.commands import Started
from tests.build.deployment import Deployment

_PATIENCE = 600.0


@contextlib.contextmanager
def serving(
    deployment: Deployment, *, python: Path | None = None, cwd: Path | None = None, workers: int = 1
) -> Iterator[str]:
    """Serves the deployment; gives its address, `http://127.0.0.1:…`, once it answers."""
    port = free_port()
    arguments = ("serve", "--port", str(port), "--workers", str(workers))
    log = deployment.folder.parent / f"serve-{port}.log"
    process: subprocess.Popen[bytes] | Started
    with log.open("wb") as output:
        if python:
            command = [str(python), "-m", "upheld", *arguments]
            process = subprocess.Popen(command, env=deployment.environment(), cwd=cwd, stdout=output, stderr=output)
        else:
            process = deployment.start(*arguments, log=log)
        try:
            _wait(f"http://127.0.0.1:{port}", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=300)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(address: str, process: "subprocess.Popen[bytes] | Started", log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text(encoding="utf-8")
        with contextlib.suppress(OSError):  # not there yet, or too busy to answer in time
            urllib.request.urlopen(f"{address}/robots.txt", timeout=30).read()
            return
        time.sleep(0.05)
    raise AssertionError(log.read_text(encoding="utf-8"))
