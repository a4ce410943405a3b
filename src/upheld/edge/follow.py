"""The one process that follows the journal: `python -m upheld.edge.follow PARENT [PAUSE]`."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread

import django
from django.conf import settings
from django.utils.module_loading import import_string

from upheld.lib.parent import end_with_parent

NICENESS = 5  # readers of the site come first
_SLOW = 0.5  # seconds: nobody waits for it
_LATER = 2.0  # seconds: what it looks with takes a moment to load, and readers come first
_REST = 0.1  # after each part, so that the one who follows for readers is not kept waiting
_PATIENCE = 5.0  # seconds: what it was doing when told to stop is done again later


def main() -> None:
    """Follows until told to stop by SIGTERM, or until process PARENT is gone; rests PAUSE seconds after each part."""
    end_with_parent(int(sys.argv[1]))
    stop = Event()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the server, which then stops us in order
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    os.nice(NICENESS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upheld.config.settings")
    django.setup()
    follow(stop, pause=float(sys.argv[2]) if len(sys.argv) > 2 else 0.0)


def follow(stop: Event, *, pause: float = 0.0) -> None:
    """Follows with the followers and chores that the settings name, when no other process does."""
    from upheld.journal.follower import Chore, Follower, follow_forever

    get_followers: Callable[[], Sequence[Follower]] = import_string(settings.FOLLOWERS)
    get_chores: Callable[[], Sequence[Chore]] = import_string(settings.CHORES)
    folder = Path(settings.DATA_DIR)
    beside = Thread(target=follow_beside, args=(stop, folder / "examiner.lock"), daemon=True)
    if not pause:  # while a command writes much, both cores are for what readers see
        beside.start()
    follow_forever(get_followers(), get_chores(), folder / "follower.lock", stop, pause=pause)
    if not pause:
        beside.join(timeout=_PATIENCE)


def follow_beside(stop: Event, lock: Path) -> None:
    """Follows with the slow followers, whose work must delay nothing that readers see."""
    from django.db import connection

    from upheld.journal.follower import Follower, follow_forever

    if stop.wait(_LATER):
        return
    get_followers: Callable[[], Sequence[Follower]] = import_string(settings.SLOW_FOLLOWERS)
    try:
        follow_forever(get_followers(), (), lock, stop, interval=_SLOW, pause=_REST)
    finally:
        connection.close()


if __name__ == "__main__":
    main()
