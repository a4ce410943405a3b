"""What is written out: a document with its title and labels, ready for print."""

from dataclasses import dataclass

from upheld.analysis.document import Section


@dataclass(frozen=True)
class WrittenDocument:
    """A document with its title, and labels (name and value) in the order in which they stand under it."""

    title: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    summary: str = ""
    sections: tuple[Section, ...] = ()
