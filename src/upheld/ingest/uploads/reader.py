"""Uploads read in a child process: what it says of them, and in words what it could not do."""

import atexit
import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from upheld.ingest.found import Outside, Place, Reading, Refusal, SourceEntry
from upheld.ingest.uploads.request import ReadingRequest, write_request
from upheld.lib.children import ChildError, CrashedError, LimitedChild, Limits, TooMuchMemoryError, TooSlowError
from upheld.register.records import DecisionRecord

MAX_FILE = 20 * 1024 * 1024
LIMITS = Limits(
    memory=600 * 1024 * 1024,
    seconds=12.0,
    processor_seconds=8,
    answer=32 * 1024 * 1024,
    share=100,
    alone=False,  # Word files are read by a child of its own
)
_AGAIN = "Copy its text and paste it instead"


@dataclass(frozen=True)
class Read:
    """A decision as an upload gives it. What is `missing` has a stand-in in its record and must be filled in."""

    entry: SourceEntry
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Upload:
    """What an uploaded file holds; `source` is its text as a person sees it, where that was asked for."""

    found: tuple[Read | Refusal, ...]
    source: str = ""


def read_upload(data: bytes, reading: Reading, *, shows_source: bool = False) -> Upload:
    """What the file holds. Whatever is wrong with it is a refusal with a sentence, and hurts nobody."""
    if len(data) > MAX_FILE:
        return _refused(reading, "too-large", f"is larger than {MAX_FILE // 1024 // 1024} MB. {_AGAIN}")
    try:
        answer = json.loads(upload_child().do(write_request(ReadingRequest(reading, data, shows_source))))
    except TooSlowError:
        return _refused(
            reading, "too-slow", f"takes longer to read than any decision does, so it was given up. {_AGAIN}"
        )
    except TooMuchMemoryError:
        return _refused(reading, "too-large", f"needs more memory than any decision does, so it was given up. {_AGAIN}")
    except CrashedError:
        return _refused(reading, "damaged", f"could not be read, and may be damaged. {_AGAIN}")
    except ChildError:
        return _refused(reading, "too-large", f"holds more text than any decision does. {_AGAIN}")
    return Upload(tuple(_found(sent, reading) for sent in answer["found"]), answer.get("source", ""))


def _found(sent: dict[str, Any], reading: Reading) -> Read | Refusal:
    if "refused" in sent:
        line, code, reason, reference = sent["refused"]
        return Refusal(Place(reading.file, line), code, reason, reference)
    record = DecisionRecord.model_validate_json(sent["record"])
    place = Place(reading.file, sent["line"])
    return Read(SourceEntry(record, place, tuple(sent["doubts"]), Outside(sent["outside"])), tuple(sent["missing"]))


def _refused(reading: Reading, code: str, reason: str) -> Upload:
    return Upload((reading.refuse(0, code, reason),))


@cache
def upload_child() -> LimitedChild:
    """The child that reads uploads for this process."""
    child = LimitedChild("upheld.ingest.uploads.child:read", LIMITS)
    atexit.register(child.close)
    return child
