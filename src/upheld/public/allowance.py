"""How often one reader may ask for what costs us most. It is counted in memory only, and nobody is known."""

import ipaddress
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b

from django.conf import settings
from django.http import HttpRequest

_MOST_READERS = 20_000


class Allowance:
    """Each reader may ask `burst` times, and once more every `seconds`. Knows nobody: only keyed digests, in memory."""

    def __init__(self, burst: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Everybody begins with the whole burst."""
        self._room, self._seconds, self._clock = (burst - 1) * seconds, seconds, clock
        self._secret = secrets.token_bytes(32)
        self._used_until: OrderedDict[bytes, float] = OrderedDict()
        self._counting = threading.Lock()

    def take(self, reader: str) -> float:
        """Takes one. Gives 0, or after how many seconds there is one again; somebody unknown always has one."""
        if not reader:
            return 0.0
        key = blake2b(reader.encode(), key=self._secret, digest_size=16).digest()
        with self._counting:
            now = self._clock()
            used_until = max(self._used_until.pop(key, now), now)
            wait = max(used_until - now - self._room, 0.0)
            self._used_until[key] = used_until if wait else used_until + self._seconds
            if len(self._used_until) > _MOST_READERS:
                self._used_until.popitem(last=False)
        return wait


def reader_of(request: HttpRequest) -> str:
    """What tells this reader from others: the address they come from, as our own proxies say it.

    Empty where it says nothing: all who come by a proxy that nobody told us of seem to be one.
    """
    given = request.headers.get("X-Forwarded-For", "").split(",")
    proxies: int = settings.PROXIES
    address = given[-proxies] if 0 < proxies <= len(given) else request.META.get("REMOTE_ADDR", "")
    try:
        known = ipaddress.ip_address(address.strip())
    except ValueError:
        return ""
    if not known.is_global:
        return ""
    return str(ipaddress.ip_network((known, 64), strict=False)) if known.version == 6 else str(known)
