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
from xdist.scheduler import LoadScopeScheduling

from tests.build.deployment import Deployment, fresh_copy

_CALM: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}  # busy machines are slow
settings.register_profile("quick", max_examples=25, **_CALM)
settings.register_profile("thorough", max_examples=200, **_CALM)  # `make thorough` asks for it
settings.load_profile("quick")


_DEMO = (
    "tests/integration/demo/", "tests/integration/public/test_fuzz_search.py",
    "tests/integration/search/test_relevance.py",
)  # fmt: skip
_SERVED = ("tests/functional/", "tests/integration/desk/test_leaks.py")
_LONG = {"test_cases_leave_nothing", "test_kill", "test_orders", "test_takedown", "test_tutorial"}


@pytest.fixture(autouse=True)
def _only_loopback() -> Iterator[None]:
    """The outside network is closed; loopback is for the servers that tests start."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    pytest_socket._remove_restrictions()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling | None:
    """Under `--dist loadgroup`, what shares a server or the demo goes to one worker, so that it is made once.

    xdist's own groups are lost: it writes them into the names of tests, where this pytest no longer looks.
    """
    return _Sharing(config, log) if config.getvalue("dist") == "loadgroup" else None


class _Sharing(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        if path.startswith(_DEMO):
            return "demo"
        return path if path.startswith(_SERVED) else nodeid


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones come first, in any order: so no worker is left with one when the others have nothing."""
    for item in items:
        if "demo_register" in getattr(item, "fixturenames", ()) and not item.nodeid.startswith(_DEMO):
            raise pytest.UsageError(f"{item.nodeid} asks for the demo: name its file in _DEMO, or it is made twice")
    items.sort(key=lambda item: not (item.nodeid.startswith((*_DEMO, *_SERVED)) or item.path.stem in _LONG))


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
