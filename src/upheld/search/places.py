"""Places in a list of results, as the opaque words that stand in addresses."""

import base64
import binascii
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.search.errors import QueryError
from upheld.search.requests import MAX_PLACE

MOST_SEEN = 200
_SORTS = ("relevance", "newest", "oldest", "added")
_LARGEST = (1 << 64) - 1


@dataclass(frozen=True)
class Keyset:
    """A place in a list that is ordered by a number: that of the decision it stands at, and the decision."""

    sort: str
    value: int
    decision_id: int


@dataclass(frozen=True)
class Seen:
    """A place in a list that is ordered by relevance: what was shown before it.

    These are the last decisions shown, in order; `skipped` is how many came before them.
    """

    skipped: int = 0
    decision_ids: tuple[int, ...] = ()

    def and_then(self, decision_ids: Sequence[int]) -> "Seen":
        """The place after these."""
        every = (*self.decision_ids, *decision_ids)
        over = max(0, len(every) - MOST_SEEN)
        return Seen(self.skipped + over, every[over:])

    def before(self, page_size: int) -> "Seen":
        """The place a page earlier."""
        missing = max(0, page_size - len(self.decision_ids))
        kept = self.decision_ids[: max(0, len(self.decision_ids) - page_size)]
        return Seen(max(0, self.skipped - missing), kept)


def write_place(place: Keyset | Seen) -> str:
    """The place as a word of letters, digits, `-` and `_`."""
    numbers = (
        (_SORTS.index(place.sort), place.value, place.decision_id)
        if isinstance(place, Keyset)
        else (0, place.skipped, *place.decision_ids)
    )
    data = b"".join(_written(number) for number in numbers)
    return base64.urlsafe_b64encode(data + zlib.crc32(data).to_bytes(4, "big")[:2]).decode().rstrip("=")


def read_keyset(text: str, sort: str) -> Keyset:
    """The place in a list of this order that the word stands for. Raises QueryError where it stands for none."""
    order, *numbers = _numbers(text)
    if not order or _SORTS[order : order + 1] != (sort,) or len(numbers) != 2:
        raise _nowhere()
    return Keyset(sort, *numbers)


def read_seen(text: str) -> Seen:
    """The place in a list by relevance that the word stands for. Raises QueryError where it stands for none."""
    order, *numbers = _numbers(text)
    if order or not 1 <= len(numbers) <= MOST_SEEN + 1 or any(number >> 62 for number in numbers):
        raise _nowhere()
    return Seen(numbers[0], tuple(numbers[1:]))


def _nowhere() -> QueryError:
    return QueryError("The address of this page of results is incomplete; start again at the first page")


def _numbers(text: str) -> list[int]:
    if len(text) > MAX_PLACE or not text.isascii():
        raise _nowhere()
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise _nowhere() from None
    body, check = data[:-2], data[-2:]
    if not body or zlib.crc32(body).to_bytes(4, "big")[:2] != check or body[-1] & 0x80:
        raise _nowhere()
    return list(_read(body))


def _written(number: int) -> bytes:
    """Seven bits to a byte, the lowest first; all but the last byte have the eighth set."""
    parts = bytearray()
    while number > 0x7F:
        parts.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*parts, number])


def _read(data: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in data:
        number |= (byte & 0x7F) << shift
        shift += 7
        if number > _LARGEST:
            raise _nowhere()
        if not byte & 0x80:
            yield number
            number = shift = 0
