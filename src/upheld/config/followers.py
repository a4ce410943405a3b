"""Everything that follows the journal, and the chores of the one process that lets it follow."""

import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from upheld.journal.follower import Follower
from upheld.lib.clock import now
from upheld.lib.locks import try_file_lock
from upheld.search.follower import SearchFollower  # not by the door: commands need no query language

_BY = "the follower"
_A_WHILE = 20.0  # seconds without progress: long for a few entries, short for who waits at a terminal
_LITTLE, _SOON = 200, 3.0  # entries and seconds: more is left to the server, or to who asks for it
_retention = {"next": 0.0}


def get_followers() -> tuple[Follower, ...]:
    """The followers of what readers see: whoever writes waits for these."""
    return (SearchFollower(Path(settings.DATA_DIR) / "index"),)


def get_slow_followers() -> tuple[Follower, ...]:
    """The followers of what only the desk sees: they work beside the others, and nobody waits for them."""
    from upheld.editorial.follower import Examiner

    return (Examiner(),)


def get_chores() -> tuple[Callable[[], object], ...]:
    """What the following process does every half minute."""
    own = (hold_what_is_reviewed, publish_what_is_due, delete_old_reports, let_go_what_is_over)
    return (*own, send_mails, forget_sessions, sweep_folders)


def follow(waiting: Callable[[], None] = lambda: None) -> None:
    """Returns when all that readers can see has what was written before the call. `waiting` says that it is long."""
    from upheld.edge.visible import wait_until_visible
    from upheld.journal.follower import catch_up
    from upheld.journal.queries.entry import get_head

    catch_up(get_followers(), get_head(), lock_path(), waiting=waiting)
    wait_until_visible()


def follow_a_while() -> bool:
    """The same, but gives up on one who follows and makes no progress. Gives whether it did not come to that.

    Then too what was taken out of sight is in no page, list or count: the search looks at the journal itself.
    """
    from upheld.edge.visible import wait_until_visible
    from upheld.journal.follower import NotFollowedError, catch_up
    from upheld.journal.queries.entry import get_head

    try:
        catch_up(get_followers(), get_head(), lock_path(), patience=_A_WHILE)
    except NotFollowedError:
        return False
    finally:
        wait_until_visible()
    return True


def publish_what_is_due() -> None:
    """Publishes the decisions whose embargo has ended."""
    from upheld.register.actions.release_due import release_due

    while release_due(by=_BY, at=now()):
        pass


def hold_what_is_reviewed() -> None:
    """Holds the decisions that were taken in although a review of their case is open."""
    from upheld.editorial.actions.open_review import hold_reviewed

    hold_reviewed(by=_BY, at=now())


def delete_old_reports() -> None:
    """Deletes what readers wrote whose reports were closed long enough ago."""
    from upheld.editorial.actions.report_recognition import delete_due_words

    while delete_due_words(by=_BY, at=now()):
        pass


def forget_sessions() -> None:
    """Deletes the sessions and the attempts to sign in whose time is over."""
    from upheld.accounts.actions.forget import forget_old

    forget_old(at=now())


def let_go_what_is_over() -> None:
    """Withdraws, where the scheme says so, what was published for as long as it is to be. Looks once an hour."""
    from upheld.editorial.actions.let_go import let_go_due

    if time.monotonic() < _retention["next"]:
        return
    while let_go_due(by=_BY, at=now()):
        pass
    _retention["next"] = time.monotonic() + 3600


def send_mails() -> None:
    """Sends the mails that wait."""
    from upheld.editorial.posting import send_meanwhile

    send_meanwhile()


def sweep_folders() -> None:
    """Deletes what a process that was killed left of an export that it was making."""
    from upheld.public.exports.folder import sweep

    sweep()


def lock_path() -> Path:
    """The lock that the one following process holds."""
    return Path(settings.DATA_DIR) / "follower.lock"


def slow_lock_path() -> Path:
    """The lock of whoever follows with the slow followers."""
    return Path(settings.DATA_DIR) / "examiner.lock"


def examine_what_is_little() -> None:
    """Lets a command without a server beside it examine what it published itself, where that is soon done."""
    from upheld.journal.follower import follow_once
    from upheld.journal.queries.entry import get_head

    followers, until = get_slow_followers(), time.monotonic() + _SOON
    with try_file_lock(slow_lock_path()) as held:
        little = held and get_head() - min(max(one.cursor(), 0) for one in followers) <= _LITTLE
        while little and time.monotonic() < until and follow_once(followers):
            pass
