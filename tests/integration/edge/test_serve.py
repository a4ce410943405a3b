"""The real server: it answers, stays up, stops, and leaves nothing behind."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.build.patience import eventually

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]


@contextmanager
def server(port: int, application: str = "tests.build.tiny_site.application") -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.build.tiny_site", str(port), application]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def running(port: int) -> Iterator[subprocess.Popen[str]]:
    with server(port) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"http://127.0.0.1:{port}\n"
        yield process


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def get(port: int, path: str = "/") -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def answers(port: int) -> bool:
    with suppress(OSError, http.client.HTTPException):
        return bool(get(port))
    return False


def children(parent: int) -> list[tuple[int, str]]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            status = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(status[1]) == parent and status[0] != "Z":
                found.append((int(folder.name), (folder / "cmdline").read_text()))
    return found


def follower_of(parent: int) -> int | None:
    return next((pid for pid, command in children(parent) if "tests.build.waiting" in command), None)


def workers_of(parent: int) -> list[int]:
    return [pid for pid, command in children(parent) if "spawn_main" in command]


def is_alive(pid: int) -> bool:
    with suppress(OSError):
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def test_after_a_kill_of_the_server_nothing_of_it_is_left(running: subprocess.Popen[str], port: int) -> None:
    family = [pid for pid, _ in children(running.pid)]
    assert len(family) >= 3
    running.kill()
    running.wait()
    eventually(lambda: not any(map(is_alive, family)))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_stops_in_order(running: subprocess.Popen[str], port: int, sent: signal.Signals) -> None:
    family = [pid for pid, _ in children(running.pid)]
    kept_open = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    kept_open.request("GET", "/")
    kept_open.getresponse().read()
    running.send_signal(sent)
    assert running.wait(120) == 0
    eventually(lambda: not any(map(is_alive, family)))
    kept_open.close()


def writes_dumps(pid: int) -> bool:
    return not re.search(r"Max core file size +0 +0 ", (Path("/proc") / str(pid) / "limits").read_text())


def test_a_worker_that_crashes_writes_no_memory_to_the_disk(running: subprocess.Popen[str]) -> None:
    eventually(lambda: any(workers_of(running.pid)) and not any(map(writes_dumps, workers_of(running.pid))))


def test_a_second_server_on_the_port_is_refused_with_a_sentence(running: subprocess.Popen[str], port: int) -> None:
    with server(port) as second:
        _, said = second.communicate(timeout=60)
    assert second.returncode == 2
    assert (
        said == f"Port {port} of 127.0.0.1 is in use already: stop the other server, or choose another with --port.\n"
    )
    assert answers(port)


def test_killed_workers_are_replaced_however_often(running: subprocess.Popen[str], port: int) -> None:
    for _ in range(3):
        killed = workers_of(running.pid)
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        eventually(lambda killed=killed: not any(map(is_alive, killed)))
        eventually(lambda: answers(port))
    eventually(lambda: len(workers_of(running.pid)) == 2)
    assert running.poll() is None


def test_a_killed_follower_is_started_again(running: subprocess.Popen[str]) -> None:
    eventually(lambda: follower_of(running.pid))
    killed = follower_of(running.pid)
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    eventually(lambda: follower_of(running.pid) not in {None, killed})


def test_slow_pages_do_not_hold_up_the_others(running: subprocess.Popen[str], port: int, tmp_path: Path) -> None:
    slow, go = [], tmp_path / "go"
    for _ in range(3):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        connection.request("GET", f"/slow?{go}")
        slow.append(connection)
    eventually(lambda: len(list(tmp_path.glob("go.*"))) == 3)  # all are being made
    for _ in range(20):
        assert get(port)
    go.touch()
    for connection in slow:
        assert connection.getresponse().read()
        connection.close()


def test_an_application_that_cannot_start_ends_the_server_with_an_error(port: int) -> None:
    with server(port, "tests.build.nowhere.application") as process:
        # It gives up when a worker ends within seconds of its start; on a busy machine that takes some tries, each with
        # some lines of what went wrong. Unless these are read they fill the pipe, and everybody waits for ever.
        process.communicate(timeout=300)
        assert process.returncode == 1


def test_an_address_that_is_not_ours_is_refused_with_a_sentence() -> None:
    from upheld.edge.processes import AddressTakenError, check_free

    with pytest.raises(AddressTakenError, match=r"Cannot listen on 203\.0\.113\.7, port 8140"):
        check_free("203.0.113.7", 8140)
    with pytest.raises(AddressTakenError, match="no-such-host"):
        check_free("no-such-host.invalid", 8140)
