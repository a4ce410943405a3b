"""Followers: whatever is made from the register goes on from its own cursor, entry by entry."""

import datetime as dt
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Protocol

import structlog

from upheld.journal.queries.entry import get_head
from upheld.lib.locks import try_file_lock

log = structlog.get_logger()

Chore = Callable[[], None]


class Follower(Protocol):
    """Something that follows the journal and keeps its cursor beside what it made."""

    name: str

    def cursor(self) -> int:
        """The number of the last entry it has applied, read afresh."""

    def follow(self, head: int) -> None:
        """Applies the entries after its cursor, in order, up to `head` at least once each."""


class NotFollowedError(TimeoutError):
    """The followers did not reach an entry in time."""


def follow_once(followers: Sequence[Follower]) -> bool:
    """Lets each follower reach the journal's head. Gives whether any had something to do."""
    head = get_head()
    behind = [follower for follower in followers if follower.cursor() < head]
    for follower in behind:
        follower.follow(head)
    return bool(behind)


def follow_forever(
    followers: Sequence[Follower],
    chores: Sequence[Chore],
    lock: Path,
    stop: Event,
    *,
    interval: float = 0.1,
    pause: float = 0.0,
) -> None:
    """Follows until `stop` is set, as the one process that does: waits for the lock, looks every `interval` seconds.

    After it had something to do it waits `pause` seconds, so that much is done at once while much is written.
    """
    while not stop.is_set():
        with try_file_lock(lock) as held:
            if held:
                _follow_while_held(followers, chores, stop, interval, pause)
        stop.wait(interval)


def catch_up(
    followers: Sequence[Follower],
    number: int,
    lock: Path,
    *,
    patience: float = 7200.0,
    quiet: float = 10.0,
    waiting: Callable[[], None] = lambda: None,
) -> None:
    """Returns when every follower has applied entry `number`: follows itself when nobody does, else waits.

    `waiting` is called once, when the one who follows has made no progress for `quiet` seconds. Raises NotFollowedError
    when it has made none for `patience` seconds: long, because making a large index anew shows none until it is done.
    """
    reached, since, is_told = -1, time.monotonic(), False
    while (slowest := min((follower.cursor() for follower in followers), default=number)) < number:
        with try_file_lock(lock) as held:
            if held:
                follow_once(followers)
                continue
        if slowest > reached:
            reached, since = slowest, time.monotonic()
        if not is_told and time.monotonic() - since > quiet:
            is_told = True
            waiting()
        if time.monotonic() - since > patience:
            raise NotFollowedError(f"The follower stands at entry {slowest} and does not reach {number}; see its log")
        time.sleep(0.02)


def _follow_while_held(
    followers: Sequence[Follower], chores: Sequence[Chore], stop: Event, interval: float, pause: float
) -> None:
    next_chores = 0.0
    while not stop.is_set():
        if time.monotonic() >= next_chores:
            for chore in chores:
                _attempt(chore, "chore failed")
            next_chores = time.monotonic() + 30
        worked = _attempt(lambda: follow_once(followers), "following failed")
        if worked:
            next_chores = 0.0  # what was written may have made work for a chore: a mail that waits, for instance
        stop.wait(pause if worked else interval)


def _attempt(work: Callable[[], object], message: str) -> object:
    """One failure must not end the following: it is logged, and tried again after a second."""
    try:
        return work()
    except Exception:
        log.exception(message, at=dt.datetime.now(dt.UTC).isoformat())
        time.sleep(1)
        return None
