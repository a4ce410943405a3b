"""Processes that end with the one that started them, and ports that nobody else answers on."""

import ctypes
import errno
import os
import signal
import socket
import sys
import threading
import time

PR_SET_PDEATHSIG = 1


class AddressTakenError(Exception):
    """Another program listens there already, or this machine has no such address."""


def end_with_parent(parent: int) -> None:
    """From now on this process ends when process `parent`, which started it, does, however that ends.

    Linux kills it at once. Elsewhere it looks every second whether it has become an orphan.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    else:
        threading.Thread(target=_end_when_orphaned, args=(parent,), daemon=True).start()
    if os.getppid() != parent:  # it was gone before we asked
        os._exit(1)


def check_free(host: str, port: int) -> None:
    """Refuses an address where another program listens, also one that would share it with us.

    Raises AddressTakenError with a message for the person who chose the address.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # and not SO_REUSEPORT: nobody beside us
            probe.bind(address)
    except OSError as error:
        raise AddressTakenError(_why(error, host, port)) from error


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} of {host} is in use already: stop the other server, or choose another with --port."
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this user: choose one above 1023 with --port."
    return f"Cannot listen on {host}, port {port}: {error.strerror or error}."


def _end_when_orphaned(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
