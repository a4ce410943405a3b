"""The law that a document cites."""

from collections.abc import Sequence

from upheld.analysis.document import Section
from upheld.analysis.law.citation import LawCitation


def read_law(summary: str, sections: Sequence[Section]) -> tuple[LawCitation, ...]:
    """Every law and provision cited, each once: laws in the order of the text, their provisions in that of the law."""
    return ()
