"""The chain of hashes through the journal: each entry's hash holds the one before it, so that none can be changed."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

START = ""
"""What stands before the first entry."""


class Fields(NamedTuple):
    """All that an entry says."""

    number: int
    kind: str
    subject: str
    subject_id: int | None
    version: int | None
    reason: str
    data: Mapping[str, int | str | bool | None]
    at: dt.datetime
    by: str


def link(previous: str, fields: Fields) -> str:
    """The hash of an entry that follows the one with the hash `previous`: 64 hexadecimal digits."""
    values = (
        *fields[:6],
        dict(fields.data),
        fields.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        fields.by,
    )
    text = json.dumps([previous, *values], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
