"""The following process, on a folder of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.build.deployment import Deployment
from tests.build.patience import eventually
from upheld.lib.locks import try_file_lock

pytestmark = pytest.mark.slow


@contextmanager
def following(site: Deployment, parent: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "upheld.edge.follow", str(parent)]
    process = subprocess.Popen(command, env=site.environment(), stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def is_followed(site: Deployment) -> bool:
    with try_file_lock(site.folder / "follower.lock") as was_free:
        return not was_free


def test_one_process_follows_and_the_next_takes_over(deployment: Deployment) -> None:
    with following(deployment, os.getpid()) as first, following(deployment, os.getpid()) as second:
        eventually(lambda: is_followed(deployment))
        first.kill()
        first.wait()
        eventually(lambda: is_followed(deployment))
        second.send_signal(signal.SIGTERM)
        assert second.wait(120) == 0
    assert not is_followed(deployment)


def test_what_a_command_wrote_is_followed_when_it_returns(deployment: Deployment) -> None:
    with following(deployment, os.getpid()):
        eventually(lambda: is_followed(deployment))
        deployment.do("import", deployment.write_records("more.jsonl", "21 000 001", "21 000 002"))
        deployment.do("check")


def test_it_does_not_outlive_a_parent_that_is_gone(deployment: Deployment) -> None:
    with following(deployment, parent=os.getpid() + 1) as process:
        assert process.wait(300) == 1
    assert not is_followed(deployment)
