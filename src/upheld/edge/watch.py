"""What a web worker knows about the journal: its head and the followers' cursors, without a query per request."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import structlog
from django.db import connections

from upheld.edge.visible import FRESH_SECONDS

log = structlog.get_logger()
NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Position:
    """The journal's head and each follower's cursor, as they stood together at one moment."""

    head: int
    cursors: Mapping[str, int]


class Watch:
    """Looks at the journal every `interval` seconds, and at once when asked after its knowledge has grown old."""

    def __init__(
        self, head: Callable[[], int], cursors: Mapping[str, Callable[[], int]], *, interval: float = 0.05
    ) -> None:
        """`head` and each of `cursors` is read afresh at every look; they may fail, then nothing is known."""
        self._head, self._cursors, self._interval = head, dict(cursors), interval
        self._looking = threading.Lock()
        self._failing = False
        self._when_moved: list[Callable[[], None]] = []
        self._position = Position(0, MappingProxyType({}))
        self._known_until = NEVER

    def when_moved(self, forget: Callable[[], None]) -> None:
        """Calls `forget` as soon as the head is seen to have moved."""
        self._when_moved.append(forget)

    def start(self) -> None:
        """Begins to look from a thread of its own, which ends with the process."""
        threading.Thread(target=self._look_forever, name="journal-watch", daemon=True).start()

    def position(self) -> Position | None:
        """Where the journal stands, at most FRESH_SECONDS ago; the same object until something moves.

        None when it cannot be known at present: then nothing kept may be used.
        """
        if time.monotonic() < self._known_until:
            return self._position
        return self.look()

    def look(self) -> Position | None:
        """Reads the journal now, unless another thread just has."""
        asked_at = time.monotonic()
        with self._looking:
            if self._known_until - FRESH_SECONDS >= asked_at:
                return self._position
            return self._look()

    def _look(self) -> Position | None:
        began_at = time.monotonic()
        try:
            found = Position(self._head(), {name: cursor() for name, cursor in self._cursors.items()})
        except Exception as error:  # noqa: BLE001 - whatever fails here, the answer is to do without the cache
            self._fail(error)
            return None
        if found != self._position:
            self._move(found)
        self._known_until = began_at + FRESH_SECONDS
        self._failing = False
        return self._position

    def _move(self, found: Position) -> None:
        before, self._position = self._position, found
        if before.head != found.head:
            for forget in self._when_moved:
                forget()

    def _fail(self, error: Exception) -> None:
        self._known_until = NEVER
        if not self._failing:
            log.warning("journal cannot be read: pages are made afresh", error=type(error).__name__)
        self._failing = True
        connections.close_all()  # this thread's own: the next look connects again

    def _look_forever(self) -> None:
        while True:
            self.look()
            time.sleep(self._interval)
