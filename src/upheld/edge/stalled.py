"""Readers who stop reading while an answer is still being sent to them: the system drops them, so that nobody waits.

A streamed answer holds the thread that makes it for as long as it lasts, and granian waits for a reader for ever. The
kernel can be told not to: a connection on which nothing was taken for STALL seconds is ended, and the thread is free.
One that takes a little now and then is not touched.
"""

import os
import socket
from contextlib import suppress
from wsgiref.types import WSGIEnvironment

STALL = 30  # seconds
_FOLDER = "/proc/self/fd"
_FAMILIES = (socket.AF_INET, socket.AF_INET6)


def drop_when_stalled(environ: WSGIEnvironment, seconds: int = STALL) -> int:
    """Has the reader's connections dropped when they stall. Gives how many; none where the system is not Linux.

    The server does not say which connection a request came by, so it is all that this process has with the reader.
    """
    if not hasattr(socket, "TCP_USER_TIMEOUT") or not os.path.isdir(_FOLDER):  # noqa: PTH112 - no path is made of it
        return 0
    reader, port = environ.get("REMOTE_ADDR", ""), environ.get("SERVER_PORT", "")
    return sum(_limit(int(number), reader, port, seconds) for number in os.listdir(_FOLDER))  # noqa: PTH208 - the same


def _limit(number: int, reader: str, port: str, seconds: int) -> bool:
    """Whether the open file is such a connection, which it then tells the system. It is not ours to close."""
    with suppress(OSError):
        one = socket.socket(fileno=number)
        try:
            if one.family in _FAMILIES and str(one.getsockname()[1]) == port and one.getpeername()[0] == reader:
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, seconds * 1_000)
                return True
        finally:
            one.detach()
    return False
