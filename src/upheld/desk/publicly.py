"""What readers are shown, and when they are shown it: asked of the rooms that the settings name."""

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.module_loading import import_string

from upheld.lib.clock import now
from upheld.lib.dates import format_date
from upheld.register.models import Decision
from upheld.scheme import get_scheme
from upheld.ui.shown import Shown

_LAGS = (
    "The search has not come along yet: it may be being made anew, which takes minutes. What was taken away is on no "
    "page, in no list and in no search, but what was put back may not be found yet, and words that were erased still "
    "stand in the search's files. If that lasts for an hour, ask the person who runs the server to restart it; "
    "`upheld check` tells them whether all is well."
)


def follow(request: HttpRequest) -> dt.datetime:
    """Returns when every public page shows what was written before the call. Gives the time then.

    Where the search does not come along, the person is told so: what was taken away is out of sight then too.
    """
    wait: Callable[[], bool] = import_string(settings.FOLLOW)
    if not wait():
        messages.warning(request, _LAGS)
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
