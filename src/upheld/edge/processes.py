"""Ports that nobody else answers on."""

import errno
import socket


class AddressTakenError(Exception):
    """Another program listens there already, or this machine has no such address."""


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
