"""Keeps an official register official: one forgotten setting must not open the gate or end the embargo."""

import datetime as dt

from upheld.journal.actions.append import NewEntry, append
from upheld.register.queries.register import OFFICIAL, is_declared_official
from upheld.register.rules import Blocker, RefusedError
from upheld.scheme import Scheme

_WHY = "is official, and the scheme in use says that it is not; set UPHELD_SCHEME as it was"


def stay_official(scheme: Scheme, *, by: str, at: dt.datetime) -> None:
    """Notes once, inside `writing()`, that the register is official. Raises RefusedError where the scheme denies it."""
    declared = is_declared_official()
    if declared and not scheme.official:
        raise RefusedError((Blocker("This register", "not-official", _WHY),))
    if scheme.official and not declared:
        append([NewEntry(OFFICIAL, "register")], by=by, at=at)
