"""Files looked through for what shows who a person is, one decision in memory at a time; nothing is taken in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from upheld.analysis.identifiers import Finding, Known, Part, examine
from upheld.editorial.parts import parts_of
from upheld.ingest.files import File
from upheld.ingest.found import Place, Reading, Refusal, SourceEntry
from upheld.ingest.loose import loose_parts
from upheld.ingest.sources.registry import read_source

_UNSAID = "Not stated"  # the category of a page that does not say it, which does not matter here
_IS_NO_DECISION = frozenset({"no-entries", "no-reference", "no-text", "category", "not-one-decision", "shape", "copy"})

_KEPT = 20


@dataclass(frozen=True)
class Looked:
    """One decision, or one text that is none, that was looked through: its reference, else the name of its file."""

    reference: str
    place: Place
    parts: Sequence[Part]
    findings: tuple[Finding, ...]


def look_through(files: Sequence[File], reading: Reading, known: Known) -> Iterator[Looked | Refusal]:
    """Everything in the files, in order; a file that cannot be read does not keep others from being looked at."""
    for file in files:
        try:
            yield from _file(file, replace(reading, file=file.name, category=reading.category or _UNSAID), known)
        except (OSError, ValueError, RecursionError) as error:
            yield Refusal(Place(file.name, 0), "not-readable", f"cannot be read any further: {error}")


def _file(file: File, reading: Reading, known: Known) -> Iterator[Looked | Refusal]:
    decisions = 0
    kept: list[Refusal] = []
    with file.open() as stream:
        for found in read_source(stream, reading):
            if isinstance(found, SourceEntry):
                decisions += 1
                yield _looked(found, known, with_name=decisions == 1)
            elif decisions or found.code not in _IS_NO_DECISION:
                yield found
            elif len(kept) < _KEPT:
                kept.append(found)
    yield from kept if decisions else _loose(file, reading, known, kept)


def _loose(file: File, reading: Reading, known: Known, refused: Sequence[Refusal]) -> Iterator[Looked | Refusal]:
    """A file that holds no decision, as any text; where that cannot be had either, why."""
    with file.open() as stream:
        parts = loose_parts(stream, reading)
    if not parts:
        yield from refused
        return
    parts = (*parts, _name_of(file.name))
    yield Looked(PurePath(file.name).name, Place(file.name, 0), parts, examine(parts, known))


def _looked(entry: SourceEntry, known: Known, *, with_name: bool) -> Looked:
    parts = parts_of(entry.record, entry.outside)
    if with_name and "file name" not in entry.outside:
        parts = (*parts, _name_of(entry.place.file))
    return Looked(entry.record.reference, entry.place, parts, examine(parts, known))


def _name_of(file: str) -> Part:
    return Part("file name", PurePath(file).name)
