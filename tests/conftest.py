"""What every test may ask for."""

from collections.abc import Iterator

import pytest
import pytest_socket

from upheld.scheme import load_scheme


@pytest.fixture(autouse=True)
def _only_loopback() -> Iterator[None]:
    """The outside network is closed; loopback is for the servers that tests start."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    pytest_socket._remove_restrictions()


@pytest.fixture(autouse=True)
def _fresh_scheme() -> Iterator[None]:
    """A test that sets UPHELD_SCHEME does not leave its scheme to the next."""
    load_scheme.cache_clear()
    yield
    load_scheme.cache_clear()
