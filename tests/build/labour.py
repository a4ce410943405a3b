"""Work of every temper for a limited child: `tests.build.labour:function`."""

import os
import threading
import time
from pathlib import Path


def shout(request: bytes) -> bytes:
    """The request in capitals."""
    return request.upper()


def process(request: bytes) -> bytes:
    """Which process does the work, and what it sees of this one's surroundings."""
    return f"{os.getpid()} {os.environ.get(request.decode(), 'unknown')}".encode()


def sleep(request: bytes) -> bytes:
    """Nothing, late."""
    time.sleep(float(request))
    return b"awake"


def spin(request: bytes) -> bytes:
    """Uses the processor until it is stopped."""
    while True:
        pass


def swell(request: bytes) -> bytes:
    """Wants as many bytes as asked for."""
    return str(len(bytearray(int(request)))).encode()


_hoarded: list[bytearray] = []


def hoard(request: bytes) -> bytes:
    """Wants as many bytes as asked for, and never gives them back."""
    _hoarded.append(bytearray(int(request)))
    return str(len(_hoarded)).encode()


def talk(request: bytes) -> bytes:
    """As long an answer as asked for."""
    return b"x" * int(request)


def fail(request: bytes) -> bytes:
    """An error that quotes what it was given."""
    raise LookupError(request.decode())


def die(request: bytes) -> bytes:
    """The end, for most requests."""
    if request == b"die":
        os._exit(3)
    return b"alive"


def print_(request: bytes) -> bytes:
    """Prints as libraries do, which must not reach the pipe."""
    print(request.decode(), flush=True)
    return b"printed"


def write(request: bytes) -> bytes:
    """Tries to leave something in a file."""
    try:
        Path(request.decode()).write_bytes(b"kept")
    except OSError:
        return b"refused"
    return b"written"


def thread(request: bytes) -> bytes:
    """Tries to start a thread."""
    helper = threading.Thread(target=time.sleep, args=(0,))
    helper.start()
    helper.join()
    return b"two"
