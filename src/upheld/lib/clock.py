"""The clock, read only at the edge: commands and views read it, actions are told."""

import datetime as dt


def now() -> dt.datetime:
    """This instant, aware, in UTC."""
    return dt.datetime.now(dt.UTC)
