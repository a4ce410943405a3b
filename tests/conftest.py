"""What every test may ask for."""

import gc
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_socket
from hypothesis import HealthCheck, settings

from tests.build.deployment import Deployment, fresh_copy

_CALM: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}  # busy machines are slow
settings.register_profile("quick", max_examples=25, **_CALM)
settings.register_profile("thorough", max_examples=200, **_CALM)  # `make thorough` asks for it
settings.load_profile("quick")


_LONG = {"test_cases_leave_nothing", "test_kill", "test_leaks", "test_orders", "test_takedown", "test_tutorial"}


@pytest.fixture(autouse=True)
def _only_loopback() -> Iterator[None]:
    """The outside network is closed; loopback is for the servers that tests start."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    pytest_socket._remove_restrictions()


@pytest.hookimpl(tryfirst=True)  # before xdist reads which group each belongs to
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What shares a server, a browser or a demo goes to one worker, so that it is made once.

    The long ones come first, in any order: then no worker is left with one at the end while the other has nothing.
    """
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "demo_register" in fixtures or "demo" in fixtures:
            item.add_marker(pytest.mark.xdist_group("demo register"))
        elif item.path.parent.name == "functional" or "live" in fixtures:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    group = item.get_closest_marker("xdist_group")
    if group and group.args == ("demo register",):
        return 0
    return 1 if group or item.path.stem in _LONG else 2


def pytest_collection_finish() -> None:
    """What was collected stays until the end: looking through it for garbage again and again only takes time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where all parts must be there, a skip for a missing part is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not os.environ.get("UPHELD_TEST_REQUIRES_ALL") or reporter is None:
        return
    if skipped := reporter.stats.get("skipped"):
        reporter.write_line(f"{len(skipped)} tests were skipped, but every part must be there", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def template_deployment(tmp_path_factory: pytest.TempPathFactory) -> Deployment:
    """An empty deployment with its database made, to be copied."""
    deployment = Deployment(tmp_path_factory.mktemp("template") / "var")
    deployment.do("check")
    return deployment


@pytest.fixture
def deployment(template_deployment: Deployment, tmp_path: Path) -> Deployment:
    """An empty deployment of the test's own."""
    return fresh_copy(template_deployment, tmp_path / "var")


@pytest.fixture(scope="session")
def demo_register(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Deployment:
    """The demo with its index, made once for all who read it, after a first one was killed in its middle.

    Who changes it takes a `fresh_copy`.
    """
    made = fresh_copy(template_deployment, tmp_path_factory.mktemp("demo") / "var")
    with made.start("demo", "--if-missing") as process:
        process.stdout.readline()  # it has begun
        time.sleep(1)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL, "it was not killed in its middle"
    assert made.do("export") == "", "what was killed left something"
    made.do("demo", "--if-missing")
    return made
