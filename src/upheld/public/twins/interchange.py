"""A decision as interchange, the format in which registers exchange decisions."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from upheld.register.records import DecisionRecord


@dataclass(frozen=True, slots=True)
class Superseded:
    """A version that was replaced: its number, that of the present one, and when it was."""

    version: int
    of: int
    at: dt.datetime


def write_interchange(record: DecisionRecord, superseded: Superseded | None, *, demo: bool) -> bytes:
    """The record as one JSON object, which can be imported as it is.

    One that was replaced says so in a key that no import knows, so that it is refused there and not taken for true.
    """
    flags: dict[str, Any] = {"demo": True} if demo else {}
    values = json.loads(record.model_copy(update=flags).line())
    head: dict[str, Any] = {}
    if superseded:
        head["superseded"] = {"version": superseded.version, "of": superseded.of, "at": superseded.at.isoformat()}
    return (json.dumps(head | values, ensure_ascii=False, indent=2) + "\n").encode()
