"""Whether the journal is as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from upheld.journal.chain import START, Fields, link
from upheld.journal.models import Entry, Seal


@dataclass(frozen=True)
class Head:
    """The number of the newest entry and its hash; noted elsewhere, it proves that nothing up to it was rewritten."""

    number: int
    chain: str

    def __str__(self) -> str:
        return f"{self.number}:{self.chain}"


def get_chain_head() -> Head:
    """The newest entry's number and hash."""
    with connection.cursor() as cursor:  # every search asks: Django takes ten times as long to put it together
        cursor.execute("SELECT number, chain FROM journal_entry ORDER BY number DESC LIMIT 1")
        last = cursor.fetchone()
    return Head(*last) if last else Head(0, START)


def list_faults(expected: Head | None = None) -> Iterator[str]:
    """Every entry that was changed, is missing, was swapped or cut off, as sentences. Nothing when all is well.

    `expected` is a head that was noted earlier. A changed entry is told once: what follows is held to the hash it has.
    """
    end, noted = Head(0, START), expected is None or expected.number == 0
    possible = {START}
    for chain, fields in _entries():
        yield from _missing(end.number, fields.number)
        computed = {link(previous, fields) for previous in possible}
        if chain not in computed and fields.number == end.number + 1:
            yield f"entry {fields.number}: was changed, or swapped with another"
        if expected and fields.number == expected.number:
            noted = True
            if chain != expected.chain:
                yield f"entry {fields.number}: is not the one whose hash was noted"
        end, possible = Head(fields.number, chain), {chain, *computed}
    if expected and not noted:
        yield f"entry {expected.number}: was noted, but is not there"
    yield from _seal(end)


def _entries() -> Iterator[tuple[str, Fields]]:
    rows = Entry.objects.order_by("number").values_list("chain", *Fields._fields)
    return ((chain, Fields(*values)) for chain, *values in rows.iterator(5_000))


def _missing(before: int, number: int) -> Iterator[str]:
    if number == before + 2:
        yield f"entry {before + 1}: is missing"
    elif number > before + 2:
        yield f"entries {before + 1} to {number - 1}: are missing"


def _seal(end: Head) -> Iterator[str]:
    row = Seal.objects.filter(pk=1).values_list("number", "chain").first()
    if row is None:
        yield "seal: is missing, so entries cut off the end would not be seen"
    elif row[0] > end.number:
        yield f"entries {end.number + 1} to {row[0]}: are cut off the end"
    elif Head(*row) != end:
        yield f"seal: says that the journal ends at {row[0]} with another hash than entry {end.number} has"
