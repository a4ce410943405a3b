"""Files of results from the real server: readers who stop or leave do no harm, and the memory stays as it is."""

import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.build.deployment import Deployment, fresh_copy
from tests.build.patience import eventually
from tests.build.server import serving

pytestmark = pytest.mark.slow

ROWS = 1_000  # of 20 kB: more than the system keeps for a reader who does not read
MOST_GROWTH = 110_000  # kB: each of three other threads may fill a cache of the register of 32 MB


@pytest.fixture(scope="module")
def live(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Deployment, str]]:
    """A served deployment with long summaries."""
    deployment = fresh_copy(template_deployment, tmp_path_factory.mktemp("live") / "var")
    references = [f"21 {number // 1000:03} {number % 1000:03}" for number in range(ROWS)]
    file = deployment.write_records("all.jsonl", *references, summary=f"A heron. {'reed' * 5_000}")
    deployment.do("import", "--quiet", file)
    with serving(deployment, workers=1) as address:
        yield deployment, address


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=300) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@contextmanager
def reading(address: str, path: str) -> Iterator[None]:
    """A reader who asks, takes the beginning, takes no more, and is gone after the block."""
    parts = urlsplit(address)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=300) as reader:
        reader.sendall(f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        assert reader.recv(12) == b"HTTP/1.1 200"
        yield


def workers(deployment: Deployment) -> list[Path]:
    """The web workers of the deployment."""
    mark, found = f"UPHELD_DATA_DIR={deployment.folder}\0".encode(), []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if b"spawn_main" in (process / "cmdline").read_bytes() and mark in (process / "environ").read_bytes():
                found.append(process)
    return found


def total(deployment: Deployment, name: str) -> int:
    """The sum of a number in the workers' status: `VmRSS` in kB, `Threads`."""
    lines = [line for one in workers(deployment) for line in (one / "status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def test_readers_who_stop_or_leave_block_nobody_and_leave_nothing(live: tuple[Deployment, str]) -> None:
    deployment, address = live
    assert status(f"{address}/search.jsonl?q=heron") == 200
    threads, memory = total(deployment, "Threads"), total(deployment, "VmRSS")
    with reading(address, "/search.jsonl?q=heron"), reading(address, "/search.csv?q=heron"):
        time.sleep(1)
        began = time.monotonic()
        assert [status(f"{address}{path}") for path in ("/", "/search?q=heron", "/decisions")] == [200] * 3
        assert status(f"{address}/search.json?q=heron") == 503
        assert time.monotonic() - began < 100
    eventually(lambda: status(f"{address}/search.xlsx?q=heron") == 200)
    for path in ("/search.jsonl", "/search.xlsx"):
        with reading(address, path):
            pass
    eventually(lambda: status(f"{address}/search.json?q=heron") == 200)
    assert list(deployment.folder.glob("exports/*")) == []
    assert total(deployment, "Threads") <= threads + 4  # granian's own come and go
    assert total(deployment, "VmRSS") - memory < MOST_GROWTH


def test_everything_arrives_and_equals_the_register(live: tuple[Deployment, str]) -> None:
    deployment, address = live
    with urllib.request.urlopen(f"{address}/search.jsonl?sort=oldest", timeout=300) as answer:
        about, *rows, end = [json.loads(line) for line in answer]
    known = {one["reference"]: one for one in deployment.export()}
    assert {row["reference"]: {key: row[key] for key in row if key != "version"} for row in rows} == known
    assert (about["about"]["decisions"], end["end"]["checksum"]) == (ROWS, about["about"]["checksum"])
