"""Declares an empty register to be the demo: a band on every page, a flag in exports, and no search engines."""

import datetime as dt

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.journal.queries.entry import get_head
from upheld.register.queries.register import DEMO


class NotEmptyError(ValueError):
    """A register that holds something cannot become the demo."""


def declare_demo(*, by: str, at: dt.datetime) -> int:
    """Makes the declaration the journal's first entry. Gives the journal's head afterwards. Raises NotEmptyError."""
    with writing():
        if get_head():
            raise NotEmptyError(
                "This register holds something already. The demo needs a folder of its own: "
                "set UPHELD_DATA_DIR to an empty one, ./var-demo for instance"
            )
        return append([NewEntry(DEMO, "register")], by=by, at=at)
