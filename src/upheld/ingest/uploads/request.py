"""What the child that reads an upload is sent: the file, and all it must know to read it."""

import json
import struct
from dataclasses import asdict, dataclass

from upheld.analysis.references import ReferencePattern
from upheld.ingest.found import Reading
from upheld.ingest.listing.vocabulary import Vocabulary

_LENGTH = struct.Struct(">I")


@dataclass(frozen=True)
class ReadingRequest:
    """A file to be read. `shows_source` asks for its text as well, as a person would see it."""

    reading: Reading
    data: bytes
    shows_source: bool = False


def write_request(request: ReadingRequest) -> bytes:
    """The request as bytes."""
    reading, words = request.reading, request.reading.vocabulary
    head = {
        "file": reading.file,
        "category": reading.category,
        "source_address": reading.source_address,
        "shows_source": request.shows_source,
        "pattern": asdict(words.pattern),
        "example": words.example,
        "document_types": words.document_types,
        "outcomes": words.outcomes,
        "categories": dict(words.categories),
        "organisation_not_stated": words.organisation_not_stated,
    }
    written = json.dumps(head).encode()
    return _LENGTH.pack(len(written)) + written + request.data


def read_request(data: bytes) -> ReadingRequest:
    """The request that `write_request` wrote so."""
    start = _LENGTH.size + _LENGTH.unpack_from(data)[0]
    head = json.loads(data[_LENGTH.size : start])
    vocabulary = Vocabulary(
        pattern=ReferencePattern(**head["pattern"] | {"groups": tuple(head["pattern"]["groups"])}),
        example=head["example"],
        document_types=tuple(head["document_types"]),
        outcomes=tuple(head["outcomes"]),
        categories={name: tuple(parts) for name, parts in head["categories"].items()},
        organisation_not_stated=head["organisation_not_stated"],
    )
    reading = Reading(head["file"], vocabulary, head["category"], head["source_address"])
    return ReadingRequest(reading, data[start:], head["shows_source"])
