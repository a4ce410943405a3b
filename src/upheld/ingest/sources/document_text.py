"""The page of one decision saved as text, or the text that this register gives of it."""

from collections.abc import Iterator, Sequence

from upheld.analysis.labels import LabelReader
from upheld.analysis.lines import read_lines
from upheld.analysis.pieces import Piece
from upheld.analysis.structure import ReadDocument
from upheld.analysis.vocabulary import Words
from upheld.analysis.writing.text import read_text
from upheld.analysis.writing.written import WrittenDocument
from upheld.ingest.document import Origin, document_entry, entry_of, words_of
from upheld.ingest.found import Found, Reading
from upheld.ingest.recognition import count_decisions, is_decision

_SUPERSEDED = "Superseded"
_NAMES = {"Document": "Document type"}  # what our own text calls otherwise; in other texts the word means too much
AN_EARLIER_VERSION = (
    "is an earlier version of a decision, as a register like this one gives it; import its present version, so that "
    "what was corrected does not come back"
)
MORE_THAN_ONE = "holds more than one decision; save each as a file of its own"


def is_document(lines: Sequence[tuple[int, str]], reading: Reading) -> bool:
    """Whether the lines, given with their numbers, are the page of one decision."""
    return is_decision((text for _, text in lines), reading.vocabulary)


def read(lines: Sequence[tuple[int, str]], reading: Reading) -> Iterator[Found]:
    """The decision."""
    words = words_of(reading.vocabulary)
    written = read_text("\n".join(text for _, text in lines).strip("\n") + "\n")
    if written and any(name == _SUPERSEDED for name, _ in written.labels):
        yield reading.refuse(1, "superseded", AN_EARLIER_VERSION)
    elif written and (written.title or written.labels):
        yield document_entry(_as_read(written, words), reading, Origin(line=1))
    elif count_decisions(text for _, text in lines) > 1:
        yield reading.refuse(0, "not-one-decision", MORE_THAN_ONE)
    else:
        yield entry_of(read_lines(lines), reading, Origin(line=1))


def _as_read(written: WrittenDocument, words: Words) -> ReadDocument:
    """A document that was written here: only its labels have to be understood."""
    pieces = [Piece("heading", written.title, level=1)]
    pieces += [Piece("paragraph", f"{_NAMES.get(name, name)}: {value}") for name, value in written.labels]
    labels = LabelReader(words)
    labels.read(pieces, range(len(pieces)))
    return ReadDocument(labels.result(), written.summary, written.sections, doubts=tuple(labels.doubts))
