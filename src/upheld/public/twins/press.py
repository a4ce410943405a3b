"""Where PDF and Word files are made: in a child process within limits, one at a time, and kept in memory only."""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import cache

import structlog
from django.conf import settings
from pydantic import TypeAdapter

from upheld.lib.children import ChildError, LimitedChild, Limits
from upheld.public.queries.touched import list_touched
from upheld.public.turns import Turns
from upheld.public.twins.pack import PackTwin
from upheld.public.twins.twin import Twin

log = structlog.get_logger()

LIMITS = Limits(
    memory=768 * 1024 * 1024, seconds=15.0, processor_seconds=15, answer=32 * 1024 * 1024, share=25, alone=False
)
"""A report of 60 pages takes half a second and 120 MB. `share` keeps what the typesetter remembers small."""

MOST_AT_ONCE = 3  # one is made, two wait: a worker has four threads, and kept pages need one


PACK_LIMITS = Limits(
    memory=1_024 * 1024 * 1024, seconds=40.0, processor_seconds=30, answer=32 * 1024 * 1024, share=1, alone=False
)
"""A pack of 600 pages takes six seconds and 490 MB. Its child ends with it: nothing of that size stays in memory."""

TOO_LONG_SECONDS = 600.0  # before what could not be made is tried again
_MOST_REMEMBERED = 1_000


_AT_ONCE = Turns(MOST_AT_ONCE)
_TWIN, _PACK = TypeAdapter(Twin), TypeAdapter(PackTwin)


class TooLongError(Exception):
    """The decision is too long to be made into such a file here."""


class Press:
    """Makes files and keeps them, by a digest of all that they show, up to `most_bytes`.

    Nothing is written to a disk, so that what is erased leaves no copy there. What is kept of a decision goes as soon
    as the journal says anything about it.
    """

    def __init__(
        self,
        most_bytes: int,
        *,
        touched: Callable[[int], tuple[int, frozenset[int] | None]],
        limits: Limits = LIMITS,
        work: str = "typeset",
        turns: tuple[Turns, ...] = (),
    ) -> None:
        """`touched` gives the journal's head, and the decisions it names after an entry; None when they are many.

        `work` names the work in the child's module; a file takes one of each of the `turns`.
        """
        self._most_bytes, self._touched = most_bytes, touched
        self._child = LimitedChild(f"upheld.public.twins.typesetting:{work}", limits)
        # Linux ties a child to the thread that started it, and the server's own threads come and go.
        self._hand = ThreadPoolExecutor(1, thread_name_prefix="press")
        self._turns = turns or (Turns(MOST_AT_ONCE),)
        self._changing = threading.Lock()
        self._kept: OrderedDict[bytes, tuple[frozenset[int], bytes]] = OrderedDict()
        self._too_long: dict[bytes, float] = {}
        self._head = 0
        self._clearings = 0
        self.size = 0

    @property
    def clearings(self) -> int:
        """How often something was forgotten: for `make`, with a twin that is read after this."""
        return self._clearings

    def make(self, of: int | frozenset[int], ending: str, twin: Twin | PackTwin, clearings: int | None = None) -> bytes:
        """The file of this decision, or of a pack of these. Raises BusyError or TooLongError.

        `clearings` is what it was before the twin was read. Where something was forgotten since, it may be of that:
        then neither the file nor the child that made it is kept.
        """
        clearings = self._clearings if clearings is None else clearings
        request = order(ending, twin)
        digest = hashlib.blake2b(request, digest_size=32).digest()
        if (kept := self._find(digest)) is not None:
            return kept
        if self._too_long.get(digest, 0.0) > time.monotonic():
            raise TooLongError
        with ExitStack() as taken:
            for one in self._turns:
                taken.enter_context(one.take())
            made = self._find(digest) or self._typeset(request, digest, ending)
        self._keep(digest, frozenset({of}) if isinstance(of, int) else of, made, clearings)
        return made

    def forget_touched(self) -> None:
        """Forgets what is kept of decisions that the journal has named since this was called last."""
        try:
            self._head, decisions = self._touched(self._head)
        except Exception as error:  # noqa: BLE001 - whatever fails here: what is not known to hold is not kept
            log.warning("journal cannot be read: every file is forgotten", error=type(error).__name__)
            decisions = None
        self.forget(decisions)

    def forget(self, decisions: Collection[int] | None) -> None:
        """Forgets what is kept of these decisions, or of all, and what the child may remember of them."""
        if decisions is not None and not decisions:
            return
        with self._changing:
            self._clearings += 1
            gone = [key for key, (of, _) in self._kept.items() if decisions is None or not of.isdisjoint(decisions)]
            for key in gone:
                self.size -= len(self._kept.pop(key)[1])
        if self._child.pid:
            self._hand.submit(self._child.close)

    def close(self) -> None:
        """Ends the child."""
        self._hand.submit(self._child.close).result()

    def _typeset(self, request: bytes, digest: bytes, ending: str) -> bytes:
        try:
            return self._hand.submit(self._child.do, request).result()
        except ChildError as error:
            log.warning("file not made", ending=ending, bytes=len(request), error=type(error).__name__)
            self._remember_too_long(digest)
            raise TooLongError from error

    def _remember_too_long(self, digest: bytes) -> None:
        """So that whoever asks again and again does not keep the child busy."""
        if len(self._too_long) >= _MOST_REMEMBERED:
            self._too_long.clear()
        self._too_long[digest] = time.monotonic() + TOO_LONG_SECONDS

    def _find(self, digest: bytes) -> bytes | None:
        with self._changing:
            if digest not in self._kept:
                return None
            self._kept.move_to_end(digest)
            return self._kept[digest][1]

    def _keep(self, digest: bytes, of: frozenset[int], made: bytes, clearings: int) -> None:
        """Keeps it, unless something was forgotten while it was read or made: it may be of that."""
        if clearings != self._clearings:
            self._hand.submit(self._child.close)
        with self._changing:
            if clearings != self._clearings or digest in self._kept or len(made) > self._most_bytes // 4:
                return
            self._kept[digest] = (of, made)
            self.size += len(made)
            while self.size > self._most_bytes:
                self.size -= len(self._kept.popitem(last=False)[1][1])


def order(ending: str, twin: Twin | PackTwin) -> bytes:
    """What the child is asked with: two orders that are the same give the same file."""
    data = _PACK.dump_json(twin) if isinstance(twin, PackTwin) else _TWIN.dump_json(twin)
    return ending.encode() + b"\n" + data


@cache
def get_press() -> Press:
    """The press of this process."""
    return Press(settings.FILE_CACHE_MB * 1_000_000, touched=list_touched, turns=(_AT_ONCE,))


@cache
def get_pack_press() -> Press:
    """The press of this process for packs: one at a time, and never in the way of the files of single decisions."""
    turns = (Turns(1), _AT_ONCE)
    most_bytes = settings.FILE_CACHE_MB * 250_000
    return Press(most_bytes, touched=list_touched, limits=PACK_LIMITS, work="typeset_pack", turns=turns)
