"""Reads the lines of category pages, whichever format they came in."""

from collections.abc import Iterator, Sequence

from upheld.ingest.found import Found, Place, Reading, SourceEntry
from upheld.ingest.listing.entry import EntryError, Surroundings, read_entry
from upheld.ingest.listing.shelf import Heading
from upheld.ingest.listing.split import PageLine, split_entries

_NOTHING = (
    "holds no decisions that we can read: it is neither a page of a decision or category nor interchange JSON Lines"
)


def read_page(lines: Sequence[PageLine], reading: Reading, *, heading: Heading, base: str = "") -> Iterator[Found]:
    """Each entry, or why it cannot be read. `base` is the address that links on the page are relative to."""
    around = Surroundings(reading.vocabulary, reading.category, base)
    count = 0
    for chunk in split_entries(lines, reading.vocabulary, heading):
        count += 1
        line = chunk.head[0].number
        try:
            record = read_entry(chunk, around)
            yield SourceEntry(record, Place(reading.file, line))
        except EntryError as error:
            yield reading.refuse(line, error.code, str(error), error.reference)
    if not count:
        yield reading.refuse(0, "no-entries", _NOTHING)
