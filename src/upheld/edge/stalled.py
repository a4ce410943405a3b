"""Readers who stop reading, or vanish: the system drops them, so that nobody waits.

A streamed answer holds the thread that makes it for as long as it lasts, and granian waits for a reader for ever. The
kernel can be told not to: a connection on which nothing was taken for STALL seconds is ended, and the thread is free.
One that takes a little now and then is not touched. So it is with one on which we wait: the kernel asks after a reader
who has been silent for STALL seconds, and ends the connection of one whose telephone lost its network.
"""

import os
import socket
from collections.abc import Sequence
from contextlib import suppress
from wsgiref.types import WSGIEnvironment

STALL = 30  # seconds
_FOLDER = "/proc/self/fd"
_FAMILIES = (socket.AF_INET, socket.AF_INET6)


def drop_when_stalled(environ: WSGIEnvironment, seconds: int = STALL) -> int:
    """Has the reader's connections dropped when they stall. Gives how many; none where the system is not Linux.

    The server does not say which connection a request came by, so it is all that this process has with the reader.
    """
    return _set(environ, ((socket.IPPROTO_TCP, "TCP_USER_TIMEOUT", seconds * 1_000),))


def drop_when_vanished(environ: WSGIEnvironment, seconds: int = STALL) -> int:
    """Has the reader's connections dropped when nobody is there any more. Gives how many, as above."""
    asking = (("TCP_KEEPIDLE", seconds), ("TCP_KEEPINTVL", 10), ("TCP_KEEPCNT", 3))
    options = [(socket.IPPROTO_TCP, name, value) for name, value in asking]
    return _set(environ, (*options, (socket.SOL_SOCKET, "SO_KEEPALIVE", 1)))


def _set(environ: WSGIEnvironment, options: Sequence[tuple[int, str, int]]) -> int:
    """Sets the options of the reader's connections, where the system has them. Gives how many those are."""
    if not hasattr(socket, "TCP_USER_TIMEOUT") or not os.path.isdir(_FOLDER):  # noqa: PTH112 - no path is made of it
        return 0
    reader, port = environ.get("REMOTE_ADDR", ""), environ.get("SERVER_PORT", "")
    return sum(_set_one(int(number), reader, port, options) for number in os.listdir(_FOLDER))  # noqa: PTH208 - the same


def _set_one(number: int, reader: str, port: str, options: Sequence[tuple[int, str, int]]) -> bool:
    """Whether the open file is such a connection, which it then tells the system. It is not ours to close."""
    with suppress(OSError):
        one = socket.socket(fileno=number)
        try:
            if one.family in _FAMILIES and str(one.getsockname()[1]) == port and one.getpeername()[0] == reader:
                for level, name, value in options:
                    one.setsockopt(level, getattr(socket, name), value)
                return True
        finally:
            one.detach()
    return False
