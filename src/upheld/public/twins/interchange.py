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
    values = _head(superseded) | json.loads(_flagged(record, demo=demo))
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def write_line(record: DecisionRecord, superseded: Superseded | None, *, demo: bool) -> bytes:
    """The same as one line, without its end."""
    line = _flagged(record, demo=demo)
    if superseded:
        line = json.dumps(_head(superseded) | json.loads(line), ensure_ascii=False)
    return line.encode()


def _flagged(record: DecisionRecord, *, demo: bool) -> str:
    return record.model_copy(update={"demo": True} if demo else {}).line()


def _head(superseded: Superseded | None) -> dict[str, Any]:
    if superseded is None:
        return {}
    values = {"version": superseded.version, "of": superseded.of, "at": superseded.at.isoformat()}
    return {"superseded": values}
