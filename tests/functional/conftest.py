"""One browser for all that a worker visits."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.build.browser import chromium, close_windows


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser. It runs beside other tests of the worker, which Django would else take for asynchronous."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with chromium() as started:
        yield started


@pytest.fixture(scope="module", autouse=True)
def _windows() -> Iterator[None]:
    """What one module's readers leave open takes memory from the next."""
    yield
    close_windows()
