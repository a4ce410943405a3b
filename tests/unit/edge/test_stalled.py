"""Connections on which nothing is taken are left to the system to end."""

import socket
import sys
from pathlib import Path

import pytest

from upheld.edge.stalled import drop_when_stalled, drop_when_vanished

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such limit")


def limit_of(one: socket.socket) -> int:
    return one.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)


def test_the_readers_own_connections_are_limited_and_no_others() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        with socket.create_connection(server.getsockname()) as reader, server.accept()[0] as answering:
            before = len(list(Path("/proc/self/fd").iterdir()))
            assert drop_when_stalled({"REMOTE_ADDR": "127.0.0.2", "SERVER_PORT": port}) == 0
            assert drop_when_stalled({"REMOTE_ADDR": "127.0.0.1", "SERVER_PORT": port}, seconds=7) == 1
            assert (limit_of(answering), limit_of(reader), limit_of(server)) == (7_000, 0, 0)
            answering.sendall(b"still open")
            assert reader.recv(10) == b"still open"
            assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_reader_on_whom_we_wait_is_asked_after() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        with socket.create_connection(server.getsockname()) as reader, server.accept()[0] as answering:
            assert drop_when_vanished({"REMOTE_ADDR": "127.0.0.1", "SERVER_PORT": port}, seconds=7) == 1
            for one, asked in ((answering, 1), (reader, 0)):
                assert one.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == asked
            assert answering.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 7
