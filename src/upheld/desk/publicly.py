"""What readers are shown, and when they are shown it: asked of the rooms that the settings name."""

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from upheld.lib.clock import now
from upheld.lib.dates import format_date
from upheld.register.models import Decision
from upheld.scheme import get_scheme
from upheld.ui.shown import Shown


def follow() -> dt.datetime:
    """Returns when every public page shows what was written before the call. Gives the time then."""
    wait: Callable[[], None] = import_string(settings.FOLLOW)
    wait()
    return now()


def as_shown(decision: Decision, state: str, reason: str, at: dt.datetime) -> Shown:
    """What readers would get at the decision's address if it came into `state` now."""
    show: Callable[[Decision, str, str, dt.datetime], Shown] = import_string(settings.PUBLIC_VIEW)
    return show(decision, state, reason, at)


def clock(at: dt.datetime) -> str:
    """`18:02:11` where the scheme is."""
    return f"{at.astimezone(get_scheme().timezone):%H:%M:%S}"


def day_and_clock(at: dt.datetime) -> str:
    """`5 April 2022, 18:02`."""
    local = at.astimezone(get_scheme().timezone)
    return f"{format_date(local.date())}, {local:%H:%M}"
