"""Everything that follows the journal, and the chores of the one process that lets it follow."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from upheld.journal.follower import Follower
from upheld.lib.clock import now
from upheld.search import SearchFollower


def get_followers() -> tuple[Follower, ...]:
    """The followers of what readers see: whoever writes waits for these."""
    return (SearchFollower(Path(settings.DATA_DIR) / "index"),)


def get_slow_followers() -> tuple[Follower, ...]:
    """The followers of what only the desk sees: they work beside the others, and nobody waits for them."""
    from upheld.editorial.follower import Examiner

    return (Examiner(),)


def get_chores() -> tuple[Callable[[], object], ...]:
    """What the following process does every half minute."""
    return (publish_what_is_due,)


def publish_what_is_due() -> None:
    """Publishes the decisions whose embargo has ended."""
    from upheld.register.actions.release_due import release_due

    while release_due(by="the follower", at=now()):
        pass


def lock_path() -> Path:
    """The lock that the one following process holds."""
    return Path(settings.DATA_DIR) / "follower.lock"


def slow_lock_path() -> Path:
    """The lock of whoever follows with the slow followers."""
    return Path(settings.DATA_DIR) / "examiner.lock"
