"""Reads files entry by entry and gathers batches: of bounded size, no reference twice unless it is a repetition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from upheld.ingest.candidate import Candidate, Preparer
from upheld.ingest.files import File
from upheld.ingest.found import Found, Place, Reading, Refusal
from upheld.ingest.memory import RunMemory
from upheld.ingest.plan import Seen
from upheld.ingest.sources.registry import read_source

BATCH = 500
DRAFTS = 40  # each is checked while nobody else can write, and whoever takes a decision down must not wait
BATCH_CHARACTERS = 8_000_000


@dataclass
class Batch:
    """Candidates to be planned together, and what could not be read among them; `read` is how many bytes so far."""

    items: list[tuple[Candidate, Seen | None] | Refusal] = field(default_factory=list)
    characters: int = 0
    read: int = 0

    @property
    def candidates(self) -> list[tuple[Candidate, Seen | None]]:
        """What can be planned, in order."""
        return [item for item in self.items if not isinstance(item, Refusal)]

    def is_full(self, most: int) -> bool:
        """Whether it should be carried out before more is read."""
        return len(self.items) >= most or self.characters >= BATCH_CHARACTERS

    def add(self, candidate: Candidate, seen: Seen | None) -> None:
        """Adds a candidate."""
        self.items.append((candidate, seen))
        self.characters += len(candidate.content.facts) + len(candidate.content.record.summary)


@dataclass(frozen=True)
class Reader:
    """How entries are read: what readers must know, how candidates are made, and how many are planned `together`."""

    preparer: Preparer
    category: str | None = None
    source_address: str = ""
    together: int = BATCH

    def reading(self, file: File) -> Reading:
        """What the reader of one file must know."""
        return Reading(file.name, self.preparer.vocabulary, self.category, self.source_address)


def gather(files: Sequence[File], reader: Reader) -> Iterator[Batch]:
    """The batches of all files, in order."""
    memory = RunMemory([file.name for file in files])
    batch, before = Batch(), 0
    for file in files:
        for found, position in _read(file, reader):
            candidate = found if isinstance(found, Refusal) else reader.preparer.prepare(found)
            seen = None if isinstance(candidate, Refusal) else memory.look(candidate)
            repeats = isinstance(candidate, Candidate) and seen is None and memory.is_in_batch(candidate)
            if batch.is_full(reader.together) or repeats:
                memory.end_batch()
                yield batch
                batch = Batch()
            batch.read = before + position
            if isinstance(candidate, Refusal):
                batch.items.append(candidate)
                continue
            batch.add(candidate, seen)
            if seen is None:
                memory.add(candidate)
        before += file.size
    if batch.items:
        yield batch


def _read(file: File, reader: Reader) -> Iterator[tuple[Found, int]]:
    """What the file holds, each with the bytes read so far. A file that fails half-way is refused from there on."""
    try:
        with file.open() as stream:
            steady = stream.seekable()
            for found in read_source(stream, reader.reading(file)):
                yield found, stream.tell() if steady else 0
    except OSError as error:
        reason = f"cannot be read any further: {(error.strerror or str(error)).lower()}"
        yield Refusal(Place(file.name, 0), "not-readable", reason), 0
    except (ValueError, RecursionError) as error:
        yield Refusal(Place(file.name, 0), "not-readable", f"cannot be read any further: {error}"), 0
